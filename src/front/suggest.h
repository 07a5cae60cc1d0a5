// suggest.h: "invalid syntax. Did you mean 'for'?", the way traceback finds it.
//
// For each word near the error, up to three keywords that resemble it take its place in turn; the
// first with which the excerpt parses, or might if it went on, is what was meant.
#ifndef NX_FRONT_SUGGEST_H
#define NX_FRONT_SUGGEST_H

#include "front/parse.h"

typedef struct FrontSuggestion {
    const char *keyword;
    // Where the misspelt word stands in the excerpt: lines from 1, offsets in code points from 1.
    uint32_t lineno, offset, end_offset;
    const char *line; // that line of the excerpt, in the arena
    uint32_t line_len;
} FrontSuggestion;

// Looks at the lines first..last of source[0..len) (UTF-8): first is the line of SyntaxError's
// _metadata, 0 for none, last the error's. from_file: the source was read again from its file, and
// only words on the last line count. False if nothing fits or the arena is full. *work grows by
// what the attempts cost; beyond work_limit there are no more.
NX_INTERNAL bool front_suggest(Arena *arena, const char *source, size_t len, uint32_t first,
                               uint32_t last, bool from_file, uint64_t *work, uint64_t work_limit,
                               FrontSuggestion *out);

#endif
