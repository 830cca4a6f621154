-- The evidence base of one sourcebook, schema version 4.
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
    plugins text not null,
    authority_sha256 text,
    schema integer not null default 1, -- that the page was read for; an older one knew less: 1 no people, 2 no assertions, 3 no dependences
    vocabulary_sha256 text
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

create table people (
    number integer primary key,
    id text not null unique,
    name text not null,              -- the fullest printed form, or as the reader's authority file states it
    gender text,                     -- as titles, given names and patronymics show it
    variants text not null           -- JSON: the distinct spellings, the commonest first
);

create table spellings (             -- one printed form of a person's name
    number integer primary key,
    person text not null references people (id),
    spelling text not null,
    count integer not null,
    scheme text,                     -- the romanisation that yields it
    original text,                   -- the name in its own script
    confidence real not null         -- from 0 to 1, that this form means this person
);

create table person_roles (          -- the page's own words for a person
    person text not null references people (id),
    number integer not null,
    words text not null,
    rule text not null,              -- how they came to be taken for a role
    start integer,
    end integer check (start <= end),
    primary key (person, number)
);

create table person_identifiers (    -- out of the reader's authority file
    person text not null references people (id),
    number integer not null,
    authority text not null,         -- wikidata, viaf
    identifier text not null,
    primary key (person, number)
);

create table mentions (              -- a place where a person is named
    number integer primary key,
    id text not null unique,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    claim text references claims (id),
    excerpt text references excerpts (id),
    person text not null references people (id),
    confidence real not null,
    check ((claim is not null) + (excerpt is not null) = 1)
);

create table maybes (                -- two people who may be one
    number integer primary key,
    id text not null unique,
    a text not null references people (id),
    b text not null references people (id),
    confidence real not null
);

create table decisions (             -- what a reader decided about who is who; none is ever taken away
    number integer primary key,
    id text not null unique,
    kind text not null,
    reviewer text not null,
    decided text not null,           -- UTC
    why text not null,
    orphaned integer not null,       -- 1 where a place that it rests on is not on the page any more
    undoes text references decisions (id)  -- the decision that an undo takes back
);

create table decision_anchors (      -- the places that a decision rests on, with their neighbours
    decision text not null references decisions (id),
    side text not null check (side in ('a', 'b')),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    before text not null,
    after text not null,
    primary key (decision, side, number)
);

create table reviews (               -- what a reader said of one record; none is ever taken away or changed
    number integer primary key,
    id text not null unique,
    kind text not null,              -- accept, reject, correct, note, undo
    what text not null,              -- the kind of record
    item text not null,              -- the record's id as this base has it; '' of an undo
    identity text not null,          -- JSON: the facts beside its places that it is told by
    field text,                      -- of a correction
    value text,                      -- that the field ought to have
    reviewer text not null,
    decided text not null,           -- UTC
    why text not null,
    lost text not null,              -- why the record cannot be told any more, '' where it can
    undoes text references reviews (id)  -- the review that an undo takes back
);

create table review_places (         -- where the record stands, or ought to stand, with the neighbours
    review text not null references reviews (id),
    number integer not null,         -- 0 for where it ought to stand
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    before text not null,
    after text not null,
    primary key (review, number)
);

create table authority (             -- the reader's file of known people, as it was given
    number integer primary key check (number = 1),
    name text not null,
    content blob not null
);

create table vocabulary (            -- the reader's own words for acts, as they were given
    number integer primary key check (number = 1),
    name text not null,
    content blob not null
);

create table documents (             -- what excerpts quote from by name: a letter, a speech
    number integer primary key,
    id text not null unique,
    type text not null,
    date text,                       -- EDTF, as far as the page states it
    author text,                     -- who, as in voices.speaker
    author_name text
);

create table document_places (       -- the words that name it, one for each meeting
    document text not null references documents (id),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (document, number)
);

create table document_dates (        -- the words that date it
    document text not null references documents (id),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (document, number)
);

create table document_excerpts (     -- where its words stand
    document text not null references documents (id),
    number integer not null,
    excerpt text not null references excerpts (id),
    primary key (document, number)
);

create table chains (                -- a way from the page to a speaker; voices may share one
    number integer primary key,
    depth integer not null,          -- mouths between the compiler and the words
    words text not null              -- for a reader; hands are the record
);

create table hands (                 -- the links of a chain
    number integer primary key,      -- in the order of the chain, outermost first
    chain integer not null references chains (number),
    role text not null,
    who text not null,               -- as in voices.speaker, or the id of a document
    name text not null               -- as printed
);

create table voices (                -- these cover the words of an excerpt once
    number integer primary key,
    id text not null unique,
    excerpt text not null references excerpts (id),
    start integer not null,
    end integer not null check (start <= end),
    speaker text not null,           -- the id of a person, or author:, org:, group:, anon: and who; compiler
    speaker_name text not null,      -- as printed
    mode text not null,
    document text references documents (id),
    chain integer not null references chains (number),
    confidence real not null
);

create table voice_segments (        -- its pieces, where marks of the layout stand between
    voice text not null references voices (id),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (voice, number)
);

create table assertions (            -- who says what of whom
    number integer primary key,
    id text not null unique,
    claim text references claims (id),
    excerpt text references excerpts (id),
    voice text references voices (id),
    start integer not null,          -- of the words that say it
    end integer not null check (start <= end),
    text text not null,
    speaker text not null,           -- as in voices.speaker
    speaker_name text not null,      -- as printed
    act text not null,
    matter_start integer,            -- of the words among them that say what
    matter_end integer check (matter_start <= matter_end),
    dated text,                      -- EDTF
    dated_start integer,
    dated_end integer check (dated_start <= dated_end),
    place text,                      -- as printed
    place_start integer,
    place_end integer check (place_start <= place_end),
    amount text,                     -- as printed
    amount_value real,
    amount_min real,
    amount_max real,
    amount_unit text,
    amount_start integer,
    amount_end integer check (amount_start <= amount_end),
    touches text references assertions (id),  -- what a corroboration, denial or retraction answers
    confidence real not null,
    check ((claim is not null) + (excerpt is not null) = 1)
);

create table assertion_of (          -- whom it concerns
    assertion text not null references assertions (id),
    number integer not null,
    who text,                        -- as in voices.speaker
    name text,                       -- as printed
    start integer,
    end integer check (start <= end),
    primary key (assertion, number)
);

create table assertion_markers (     -- its own words that hedge, deny or mock it
    assertion text not null references assertions (id),
    number integer not null,
    kind text not null,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    primary key (assertion, number)
);

create table proceedings (           -- a trial, inquiry, plenum or commission that the page names
    number integer primary key,
    id text not null unique,
    kind text not null,
    name text not null,
    dated text                       -- EDTF, where all that the page says of it agrees
);

create table proceeding_names (      -- every way in which the page calls it
    proceeding text not null references proceedings (id),
    number integer not null,
    rule text not null,
    words text not null,
    start integer,
    end integer check (start <= end),
    primary key (proceeding, number)
);

create table cells (                 -- one fact of a proceeding as one place states it; rival facts are rows of their own
    number integer primary key,
    id text not null unique,
    proceeding text not null references proceedings (id),
    kind text not null,
    person text,                     -- whom it concerns, as in voices.speaker
    person_name text,                -- as printed
    value text not null,             -- as printed
    dated text,                      -- EDTF, of a date
    start integer not null,
    end integer not null check (start <= end),
    claim text references claims (id),
    excerpt text references excerpts (id),
    speaker text not null,           -- on whose word, as in voices.speaker
    speaker_name text not null,
    confidence real not null,
    check ((claim is not null) + (excerpt is not null) = 1)
);

create table entries (               -- a row of a ledger as one place states it
    number integer primary key,
    id text not null unique,
    ledger text not null,            -- payments, meetings, messages, offices
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    claim text references claims (id),
    excerpt text references excerpts (id),
    speaker text not null,           -- on whose word, as in voices.speaker
    speaker_name text not null,
    amount text,                     -- as printed
    amount_value real,
    amount_min real,
    amount_max real,
    amount_unit text,
    amount_start integer,
    amount_end integer check (amount_start <= amount_end),
    dated text,                      -- EDTF
    dated_start integer,
    dated_end integer check (dated_start <= dated_end),
    confidence real not null,
    check ((claim is not null) + (excerpt is not null) = 1)
);

create table entry_parts (           -- who or what has a part in it
    entry text not null references entries (id),
    number integer not null,
    role text not null,
    who text,                        -- as in voices.speaker; null for what is no person
    name text not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (entry, number)
);

create table datings (               -- a date that the page prints
    number integer primary key,
    id text not null unique,
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    edtf text not null,
    precision text not null,
    claim text references claims (id),
    excerpt text references excerpts (id),
    speaker text not null,           -- who dates, as in voices.speaker
    speaker_name text not null,
    event_start integer,             -- of the words that say what is dated
    event_end integer check (event_start <= event_end),
    check ((claim is not null) + (excerpt is not null) = 1)
);

create table dependences (           -- two excerpts that are not independent of each other
    number integer primary key,
    id text not null unique,
    a text not null references excerpts (id),
    b text not null references excerpts (id),
    a_start integer not null,        -- of the stretch that answers the other's, from its first word to its last
    a_end integer not null check (a_start <= a_end),
    b_start integer not null,
    b_end integer not null check (b_start <= b_end),
    kind text not null,              -- duplicate, same-document, requote, derives
    confidence real not null
);

create table dependence_alignments ( -- the pieces of both stretches that answer each other
    dependence text not null references dependences (id),
    number integer not null,
    a_start integer not null,
    a_end integer not null check (a_start <= a_end),
    b_start integer not null,
    b_end integer not null check (b_start <= b_end),
    primary key (dependence, number)
);

create table origins (               -- excerpts that count once
    number integer primary key,
    id text not null unique,
    head text references excerpts (id) -- that the others lead back to; null where nothing tells which
);

create table origin_excerpts (       -- every excerpt stands in one of them
    origin text not null references origins (id),
    number integer not null,
    excerpt text not null references excerpts (id),
    primary key (origin, number)
);

create table origin_dependences (    -- what ties the excerpts together
    origin text not null references origins (id),
    number integer not null,
    dependence text not null references dependences (id),
    primary key (origin, number)
);

create table witnesses (             -- somebody whose word an excerpt gives
    number integer primary key,
    id text not null unique,
    excerpt text not null references excerpts (id),
    speaker text not null,           -- as in voices.speaker
    speaker_name text not null,      -- as printed
    start integer not null,          -- of all his words there
    end integer not null check (start <= end),
    nearness text not null,          -- present, heard, read, unstated
    origin text not null references origins (id),
    confidence real not null
);

create table discrepancies (         -- two places that speak of one thing and differ
    number integer primary key,
    id text not null unique,
    kind text not null,
    about text not null,             -- the one thing, in the page's words
    a_claim text references claims (id),
    a_excerpt text references excerpts (id),
    a_start integer not null,
    a_end integer not null check (a_start <= a_end),
    a_says text not null,
    b_claim text references claims (id),
    b_excerpt text references excerpts (id),
    b_start integer not null,
    b_end integer not null check (b_start <= b_end),
    b_says text not null,
    cause text,                      -- what would explain it, where something shows it
    confidence real not null,
    check ((a_claim is not null) + (a_excerpt is not null) = 1),
    check ((b_claim is not null) + (b_excerpt is not null) = 1)
);

create table discrepancy_persons (   -- whom it concerns
    discrepancy text not null references discrepancies (id),
    number integer not null,
    who text not null,               -- as in voices.speaker
    primary key (discrepancy, number)
);

create table audits (                -- a claim word by word against its own excerpts
    number integer primary key,
    id text not null unique,
    claim text not null references claims (id),
    profile text not null
);

create table audit_excerpts (
    audit text not null references audits (id),
    number integer not null,
    excerpt text not null references excerpts (id),
    primary key (audit, number)
);

create table audit_origins (         -- what the count of independent origins rests on
    audit text not null references audits (id),
    number integer not null,
    origin text not null references origins (id),
    primary key (audit, number)
);

create table audit_parts (           -- words of the claim, and how the evidence carries them
    number integer primary key,
    audit text not null references audits (id),
    start integer not null,
    end integer not null check (start <= end),
    text text not null,
    kind text not null,              -- person, act, number, date, place, qualifier, matter
    carriage text not null           -- carried, hedged, missing, contradicted
);

create table audit_evidence (        -- the places that carry or contradict a part
    part integer not null references audit_parts (number),
    number integer not null,
    start integer not null,
    end integer not null check (start <= end),
    primary key (part, number)
);

create table cautions (              -- why the evidence is weaker than the claim sounds
    number integer primary key,
    audit text not null references audits (id),
    kind text not null,
    start integer not null,          -- of the claim's words
    end integer not null check (start <= end),
    message text not null,           -- one plain sentence
    excerpt text references excerpts (id),
    evidence_start integer,
    evidence_end integer check (evidence_start <= evidence_end),
    confidence real not null
);

create table reasons (               -- why a record is as it is
    number integer primary key,
    claim text references claims (id),
    excerpt text references excerpts (id),
    citation text references citations (id),
    work text references works (id),
    person text references people (id),
    spelling integer references spellings (number),
    mention text references mentions (id),
    maybe text references maybes (id),
    document text references documents (id),
    hand integer references hands (number),
    voice text references voices (id),
    assertion text references assertions (id),
    proceeding text references proceedings (id),
    cell text references cells (id),
    entry text references entries (id),
    dating text references datings (id),
    dependence text references dependences (id),
    origin text references origins (id),
    witness text references witnesses (id),
    discrepancy text references discrepancies (id),
    audit text references audits (id),
    audit_part integer references audit_parts (number),
    side text not null default 'for' check (side in ('for', 'against')),
    rule text not null,
    words text not null,
    start integer,
    end integer,
    check (
        (claim is not null) + (excerpt is not null) + (citation is not null) + (work is not null)
        + (person is not null) + (spelling is not null) + (mention is not null) + (maybe is not null)
        + (document is not null) + (hand is not null) + (voice is not null) + (assertion is not null)
        + (proceeding is not null) + (cell is not null) + (entry is not null) + (dating is not null)
        + (dependence is not null) + (origin is not null) + (witness is not null) + (discrepancy is not null)
        + (audit is not null) + (audit_part is not null) = 1
    )
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

-- whose words stand where, and through whose hands they came
create view who_speaks as
    select
        voices.excerpt,
        case
            when (select count(*) from excerpt_segments where excerpt_segments.excerpt = voices.excerpt) < 2
            then substr(excerpts.text, voices.start - excerpts.start + 1, voices.end - voices.start)
            else substr((select text from page), voices.start + 1, voices.end - voices.start)
        end as words,
        coalesce(people.name, nullif(voices.speaker_name, ''), voices.speaker) as speaker,
        voices.mode,
        chains.depth,
        chains.words as chain,
        voices.confidence,
        voices.start,
        voices.end,
        voices.speaker as speaker_id,
        voices.document as document_id,
        voices.id as voice_id
    from voices
    join excerpts on excerpts.id = voices.excerpt
    join chains on chains.number = voices.chain
    left join people on people.id = voices.speaker;

create view who_is_named as
    select
        people.name,
        mentions.text as printed,
        coalesce(excerpts.text, claims.text) as within,
        mentions.confidence,
        mentions.start,
        mentions.end,
        mentions.excerpt as excerpt_id,
        mentions.claim as claim_id,
        mentions.person as person_id,
        mentions.id as mention_id
    from mentions
    join people on people.id = mentions.person
    left join excerpts on excerpts.id = mentions.excerpt
    left join claims on claims.id = mentions.claim;

-- who says what of whom, and whom a corroboration, denial or retraction answers
create view who_says_what as
    select
        coalesce(people.name, nullif(assertions.speaker_name, ''), assertions.speaker) as speaker,
        assertions.act,
        (
            select group_concat(whom, '; ') from (
                select coalesce(them.name, assertion_of.name, assertion_of.who) as whom
                from assertion_of left join people as them on them.id = assertion_of.who
                where assertion_of.assertion = assertions.id order by assertion_of.number
            )
        ) as whom,
        assertions.text as words,
        case
            when assertions.matter_start is null then null
            else substr(
                assertions.text, assertions.matter_start - assertions.start + 1,
                assertions.matter_end - assertions.matter_start
            )
        end as matter,
        assertions.dated,
        assertions.place,
        assertions.amount,
        (
            select group_concat(marked, '; ') from (
                select kind || ': ' || text as marked
                from assertion_markers where assertion = assertions.id order by number
            )
        ) as marked,
        touched.text as answers,
        assertions.confidence,
        assertions.start,
        assertions.end,
        assertions.speaker as speaker_id,
        assertions.claim as claim_id,
        assertions.excerpt as excerpt_id,
        assertions.touches as answers_id,
        assertions.id as assertion_id
    from assertions
    left join people on people.id = assertions.speaker
    left join assertions as touched on touched.id = assertions.touches;

-- the register of proceedings, cell by cell, each on somebody's word
create view register as
    select
        proceedings.name as proceeding,
        proceedings.kind,
        cells.kind as what,
        coalesce(people.name, cells.person_name, cells.person) as person,
        cells.value,
        cells.dated,
        coalesce(speakers.name, nullif(cells.speaker_name, ''), cells.speaker) as speaker,
        cells.confidence,
        cells.start,
        cells.end,
        cells.proceeding as proceeding_id,
        cells.person as person_id,
        cells.speaker as speaker_id,
        cells.claim as claim_id,
        cells.excerpt as excerpt_id,
        cells.id as cell_id
    from cells
    join proceedings on proceedings.id = cells.proceeding
    left join people on people.id = cells.person
    left join people as speakers on speakers.id = cells.speaker;

-- who paid whom how much, on whose word; several of one part stand side by side
create view payments as
    select
        (
            select group_concat(who, '; ') from (
                select coalesce(people.name, entry_parts.name) as who
                from entry_parts left join people on people.id = entry_parts.who
                where entry = entries.id and role = 'payer' order by entry_parts.number
            )
        ) as payer,
        (
            select group_concat(who, '; ') from (
                select coalesce(people.name, entry_parts.name) as who
                from entry_parts left join people on people.id = entry_parts.who
                where entry = entries.id and role = 'payee' order by entry_parts.number
            )
        ) as payee,
        entries.amount,
        coalesce(entries.amount_value, entries.amount_min) as least,
        coalesce(entries.amount_value, entries.amount_max) as most,
        entries.amount_unit as unit,
        entries.dated,
        (
            select group_concat(name, '; ') from (
                select name from entry_parts where entry = entries.id and role = 'for' order by number
            )
        ) as what_for,
        coalesce(speakers.name, nullif(entries.speaker_name, ''), entries.speaker) as speaker,
        entries.text as words,
        entries.confidence,
        entries.start,
        entries.end,
        entries.speaker as speaker_id,
        entries.claim as claim_id,
        entries.excerpt as excerpt_id,
        entries.id as entry_id
    from entries
    left join people as speakers on speakers.id = entries.speaker
    where entries.ledger = 'payments';

-- two excerpts that are not independent, and the words that answer each other
create view not_independent as
    select
        dependences.kind,
        a_works.label as a_work,
        substr((select text from page), dependences.a_start + 1, dependences.a_end - dependences.a_start) as a_words,
        b_works.label as b_work,
        substr((select text from page), dependences.b_start + 1, dependences.b_end - dependences.b_start) as b_words,
        dependences.confidence,
        dependences.a_start,
        dependences.a_end,
        dependences.b_start,
        dependences.b_end,
        dependences.a as a_id,
        dependences.b as b_id,
        dependences.id as dependence_id
    from dependences
    join excerpts as a on a.id = dependences.a
    join excerpts as b on b.id = dependences.b
    left join citations as a_citations on a_citations.id = a.citation
    left join citations as b_citations on b_citations.id = b.citation
    left join works as a_works on a_works.id = a_citations.work
    left join works as b_works on b_works.id = b_citations.work;

-- on how much each claim rests: what is printed, and what of it counts once
create view what_it_rests_on as
    select
        claims.text as claim,
        count(distinct excerpts.id) as excerpts,
        count(distinct citations.work) as works,
        count(distinct origin_excerpts.origin) as origins,
        audits.profile,
        claims.start,
        claims.end,
        claims.id as claim_id,
        audits.id as audit_id
    from claims
    left join excerpts on excerpts.claim = claims.id
    left join citations on citations.id = excerpts.citation
    left join origin_excerpts on origin_excerpts.excerpt = excerpts.id
    left join audits on audits.claim = claims.id
    group by claims.id
    order by claims.number;

-- whose word each excerpt gives, and how near he stood
create view who_stood_near as
    select
        coalesce(people.name, nullif(witnesses.speaker_name, ''), witnesses.speaker) as speaker,
        witnesses.nearness,
        (
            select group_concat(why, '; ') from (
                select reasons.rule || case when reasons.words = '' then '' else ' “' || reasons.words || '”' end as why
                from reasons where reasons.witness = witnesses.id order by reasons.number
            )
        ) as why,
        claims.text as claim,
        witnesses.confidence,
        witnesses.start,
        witnesses.end,
        witnesses.speaker as speaker_id,
        witnesses.excerpt as excerpt_id,
        excerpts.claim as claim_id,
        witnesses.origin as origin_id,
        witnesses.id as witness_id
    from witnesses
    join excerpts on excerpts.id = witnesses.excerpt
    left join claims on claims.id = excerpts.claim
    left join people on people.id = witnesses.speaker;

-- where two places differ, side by side
create view disagreements as
    select
        discrepancies.kind,
        discrepancies.about,
        discrepancies.a_says,
        discrepancies.b_says,
        discrepancies.cause,
        coalesce(a_claims.text, a_excerpts.text) as a_within,
        coalesce(b_claims.text, b_excerpts.text) as b_within,
        (
            select group_concat(whom, '; ') from (
                select coalesce(people.name, discrepancy_persons.who) as whom
                from discrepancy_persons left join people on people.id = discrepancy_persons.who
                where discrepancy_persons.discrepancy = discrepancies.id order by discrepancy_persons.number
            )
        ) as whom,
        discrepancies.confidence,
        discrepancies.a_start,
        discrepancies.a_end,
        discrepancies.b_start,
        discrepancies.b_end,
        coalesce(discrepancies.a_claim, discrepancies.a_excerpt) as a_id,
        coalesce(discrepancies.b_claim, discrepancies.b_excerpt) as b_id,
        discrepancies.id as discrepancy_id
    from discrepancies
    left join claims as a_claims on a_claims.id = discrepancies.a_claim
    left join claims as b_claims on b_claims.id = discrepancies.b_claim
    left join excerpts as a_excerpts on a_excerpts.id = discrepancies.a_excerpt
    left join excerpts as b_excerpts on b_excerpts.id = discrepancies.b_excerpt;

-- each claim: its profile, which of its words the evidence does not carry as they stand, and what to mind
create view audit as
    select
        claims.text as claim,
        audits.profile,
        (
            select group_concat(carriage || ': ' || text, '; ') from (
                select carriage, text from audit_parts
                where audit = audits.id and carriage <> 'carried' order by number
            )
        ) as not_carried,
        (
            select group_concat(message, ' ') from (
                select message from cautions where audit = audits.id order by number
            )
        ) as cautions,
        claims.start,
        claims.end,
        audits.claim as claim_id,
        audits.id as audit_id
    from audits
    join claims on claims.id = audits.claim;

create index excerpts_by_claim on excerpts (claim);
create index excerpts_by_citation on excerpts (citation);
create index citations_by_work on citations (work);
create index findings_by_kind on findings (kind);
create index mentions_by_person on mentions (person);
create index spellings_by_person on spellings (person);
create index voices_by_excerpt on voices (excerpt);
create index voices_by_speaker on voices (speaker);
create index hands_by_chain on hands (chain);
create index assertions_by_speaker on assertions (speaker);
create index assertion_of_by_who on assertion_of (who);
create index cells_by_proceeding on cells (proceeding);
create index dependences_by_a on dependences (a);
create index dependences_by_b on dependences (b);
create index origin_excerpts_by_excerpt on origin_excerpts (excerpt);
create index witnesses_by_excerpt on witnesses (excerpt);
create index audits_by_claim on audits (claim);
create index reviews_by_item on reviews (what, item);
create index reasons_by_witness on reasons (witness) where witness is not null;

-- for whoever looks page by page and reads no more than is shown
create index passages_by_start on passages (start);
create index excerpts_by_start on excerpts (start);
create index claims_by_start on claims (start);
create index mentions_by_excerpt on mentions (excerpt);
create index mentions_by_claim on mentions (claim);
create index assertions_by_excerpt on assertions (excerpt);
create index assertions_by_claim on assertions (claim);
create index assertions_by_dated on assertions (dated) where dated is not null;
create index datings_by_edtf on datings (edtf);
create index datings_by_excerpt on datings (excerpt);
create index cells_by_person on cells (person);
create index cells_by_excerpt on cells (excerpt);
create index entries_by_excerpt on entries (excerpt);
create index entry_parts_by_who on entry_parts (who) where who is not null;
create index findings_by_start on findings (start);
create index document_excerpts_by_excerpt on document_excerpts (excerpt);
create index discrepancies_by_a on discrepancies (a_excerpt);
create index discrepancies_by_b on discrepancies (b_excerpt);
create index discrepancies_by_a_claim on discrepancies (a_claim);
create index discrepancies_by_b_claim on discrepancies (b_claim);
create index discrepancy_persons_by_who on discrepancy_persons (who);
create index audit_parts_by_audit on audit_parts (audit);
create index cautions_by_audit on cautions (audit);
create index maybes_by_a on maybes (a);
create index maybes_by_b on maybes (b);
create index voices_by_document on voices (document) where document is not null;
create index reasons_by_cell on reasons (cell) where cell is not null;
create index reasons_by_entry on reasons (entry) where entry is not null;
create index reasons_by_dating on reasons (dating) where dating is not null;
create index reasons_by_work on reasons (work) where work is not null;
create index reasons_by_person on reasons (person) where person is not null;
create index reasons_by_spelling on reasons (spelling) where spelling is not null;
create index reasons_by_mention on reasons (mention) where mention is not null;
create index reasons_by_maybe on reasons (maybe) where maybe is not null;
create index reasons_by_document on reasons (document) where document is not null;
create index reasons_by_hand on reasons (hand) where hand is not null;
create index reasons_by_voice on reasons (voice) where voice is not null;
create index reasons_by_assertion on reasons (assertion) where assertion is not null;
create index reasons_by_proceeding on reasons (proceeding) where proceeding is not null;
create index reasons_by_dependence on reasons (dependence) where dependence is not null;
create index reasons_by_origin on reasons (origin) where origin is not null;
create index reasons_by_discrepancy on reasons (discrepancy) where discrepancy is not null;
create index reasons_by_audit on reasons (audit) where audit is not null;
create index reasons_by_audit_part on reasons (audit_part) where audit_part is not null;

-- the words themselves stay in the tables: the index reads them through the view
create virtual table evidence_search using fts5 (
    claim, excerpt, citation, work,
    content="evidence", content_rowid="number",
    tokenize="unicode61 remove_diacritics 2"
);
