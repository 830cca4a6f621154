"""Sets one sourcebook in many layouts, each with the gold that says what stands where.

In: a sourcebook whose claims, excerpts and citations are known (`sources`: a folder of gold; `invented`: one made
up from a seed). Out: per layout a folder with the book and ``gold/`` in the form that the layout scorer reads.
`catalogue` lists the layouts, in groups: ``open``, looked at while the reader is built; ``closed``, which differ in
kind and measured it until they too were looked at; ``fresh``, made blind after that; and ``unseen``, the commonest ways
to lay such a page out, made blind once most of ``fresh`` had been looked at; and ``unseen2``, whose sources stand
elsewhere (in lists, keys, notes, earlier pieces), made blind after short citations had been worked on.
Layouts are made as people make them, and know nothing of the reader.
"""
