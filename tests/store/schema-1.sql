-- The evidence base of one sourcebook, schema version 1.
--
-- Offsets are Unicode code points into page.text, "start" inclusive, "end" exclusive, so that in Python
-- text[start:end] is the printed words, and in SQL substr(text, start + 1, end - start).
-- Ids are stable between two builds over the same page; "number" is the order in which the records were
-- read and runs through claims, excerpts and citations, so that it can name a row of the full-text index.
-- NULL says that the page does not say.

create table sourcebook (
    number integer primary key check (number = 1),
    title text,
    name text not null,             -- of the file
    sha256 text not null,           -- of its bytes
    characters integer not null,
    media text not null,
    encoding text not null,         -- as found out or stated
    program text not null,
    version text not null,
    built text not null,            -- UTC
    stated_encoding text,           -- what the build was told, and what a rebuild compares
    profile_sha256 text,
    plugins text not null
);

create table page (
    number integer primary key references sourcebook (number),
    text text not null,
    raw blob not null
);

create table blocks (                -- of a marked-up file: what its markup says of the structure
    number integer primary key,
    start integer not null,
    end integer not null check (start <= end),
    tag text not null,
    path text not null,              -- JSON: element names, outermost first
    serials text not null,           -- JSON: a number for each of them, which tells one element from the next
    style text not null,
    aside integer not null,
    anchor text not null,
    emphasis text not null,          -- JSON: [start, end, tag]
    links text not null              -- JSON: [start, end, address]
);

create table offsets (               -- where runs of the extracted text stand in the decoded file
    number integer primary key,
    text_start integer not null,
    raw_start integer not null,
    length integer not null
);

create table claims (
    number integer primary key,
    id text not null unique,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    level integer not null
);

create table works (
    number integer primary key,
    id text not null unique,
    label text not null,             -- author and title, for a reader; csl is the record
    author text,
    title text,
    year integer,
    citations integer not null,
    csl text not null,               -- a CSL-JSON item, the fullest record
    start integer,                   -- of the citation that the record was read from
    end integer check (start <= end),
    text text                        -- its words
);

create table work_spellings (
    work text not null references works (id),
    number integer not null,
    spelling text not null,
    primary key (work, number)
);

create table citations (
    number integer primary key,
    id text not null unique,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    work text references works (id),
    locator text,
    year integer,                    -- as this citation prints it, for a reader
    csl text not null,               -- a CSL-JSON item of what the citation itself prints
    resolved text                    -- the item that an "ibid." or a short title stands for
);

create table citation_fields (       -- which characters a field was read from
    citation text not null references citations (id),
    number integer not null,
    name text not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (citation, number)
);

create table excerpts (
    number integer primary key,
    id text not null unique,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    claim text references claims (id),
    citation text references citations (id)
);

create table excerpt_segments (      -- the source's own words, where marks of the layout stand between
    excerpt text not null references excerpts (id),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (excerpt, number)
);

create table passages (              -- these cover the text once, with no gap
    number integer primary key,
    kind text not null,
    start integer not null,
    end integer not null check (start <= end),
    claim text references claims (id),
    excerpt text references excerpts (id),
    citation text references citations (id)
);

create table findings (
    number integer primary key,
    id text not null unique,
    kind text not null,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,              -- the printed words
    message text not null
);

create table conventions (           -- how the page is laid out
    number integer primary key,
    name text not null,
    value text not null,
    why text not null,
    count integer not null,
    stated integer not null          -- 1 where a profile said so
);

create table convention_odd (        -- the places that do not follow it
    convention integer not null references conventions (number),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (convention, number)
);

create table reasons (               -- why a record is as it is
    number integer primary key,
    claim text references claims (id),
    excerpt text references excerpts (id),
    citation text references citations (id),
    work text references works (id),
    rule text not null,
    words text not null,
    start integer,
    end integer,
    check ((claim is not null) + (excerpt is not null) + (citation is not null) + (work is not null) = 1)
);

-- claim, excerpt, citation and work side by side; claims without an excerpt and citations without one too
create view evidence as
    select
        excerpts.number,
        claims.text as claim,
        excerpts.text as excerpt,
        citations.text as citation,
        works.label as work,
        coalesce(citations.year, works.year) as year,
        citations.locator,
        excerpts.start,
        excerpts.end,
        excerpts.claim as claim_id,
        excerpts.id as excerpt_id,
        excerpts.citation as citation_id,
        citations.work as work_id
    from excerpts
    left join claims on claims.id = excerpts.claim
    left join citations on citations.id = excerpts.citation
    left join works on works.id = citations.work
    union all
    select
        claims.number, claims.text, null, null, null, null, null,
        claims.start, claims.end, claims.id, null, null, null
    from claims
    where not exists (select 1 from excerpts where excerpts.claim = claims.id)
    union all
    select
        citations.number, null, null, citations.text, works.label, coalesce(citations.year, works.year),
        citations.locator, citations.start, citations.end, null, null, citations.id, citations.work
    from citations
    left join works on works.id = citations.work
    where not exists (select 1 from excerpts where excerpts.citation = citations.id);

create view works_cited as
    select label, citations, author, title, year, id
    from works
    order by citations desc, label;

-- what the reading could not place
create view unplaced as
    select 'stray text' as what, null as id, start, end, substr((select text from page), start + 1, end - start) as words
    from passages where kind = 'stray'
    union all
    select 'excerpt without citation', id, start, end, text from excerpts where citation is null
    union all
    select 'excerpt without claim', id, start, end, text from excerpts where claim is null
    union all
    select 'claim without excerpt', id, start, end, text
    from claims where not exists (select 1 from excerpts where excerpts.claim = claims.id)
    union all
    select 'citation without excerpt', id, start, end, text
    from citations where not exists (select 1 from excerpts where excerpts.citation = citations.id);

create index excerpts_by_claim on excerpts (claim);
create index excerpts_by_citation on excerpts (citation);
create index citations_by_work on citations (work);
create index findings_by_kind on findings (kind);

-- the words themselves stay in the tables: the index reads them through the view
create virtual table evidence_search using fts5 (
    claim, excerpt, citation, work,
    content="evidence", content_rowid="number",
    tokenize="unicode61 remove_diacritics 2"
);
