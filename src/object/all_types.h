// all_types.h: which TypeDef belongs to which TypeTag. A new type adds its header and its row.
#ifndef NX_OBJECT_ALL_TYPES_H
#define NX_OBJECT_ALL_TYPES_H

#include "object/alias.h"
#include "object/array.h"
#include "object/bytearray.h"
#include "object/bytes.h"
#include "object/code.h"
#include "object/complex.h"
#include "object/deque.h"
#include "object/descr.h"
#include "object/dict.h"
#include "object/dict_views.h"
#include "object/exc.h"
#include "object/float.h"
#include "object/int.h"
#include "object/iters.h"
#include "object/list.h"
#include "object/memoryview.h"
#include "object/module.h"
#include "object/range.h"
#include "object/seq_iters.h"
#include "object/set.h"
#include "object/singletons.h"
#include "object/slice.h"
#include "object/str.h"
#include "object/template.h"
#include "object/tuple.h"
#include "object/type.h"

extern const TypeDef anext_type, frameinfo_type, frame_locals_type, generator_type, coroutine_type,
    coro_wrapper_type, stream_type, host_function_type, async_gen_type, async_step_type,
    async_throw_type, random_type, weakref_type, digest_type, tuplegetter_type, itemgetter_type,
    attrgetter_type, methodcaller_type, partial_type, placeholder_type, lru_cache_type,
    lru_link_type, key_wrapper_type, digest_xof_type, iobuffer_type, re_match_type, struct_type,
    struct_iter_type, date_type, datetime_type, time_type, timedelta_type, timezone_type,
    tzinfo_type, stringio_type, csv_reader_type, context_type, context_var_type, context_token_type,
    token_missing_type, bytesio_type;
extern const TypeDef re_pattern_type, re_scanner_type, re_state_type;
extern const TypeDef future_type, task_type, future_iter_type, handle_type, timer_handle_type;
extern const TypeDef accumulate_type, batched_type, chain_type, combinations_type,
    combinations_again_type, compress_type, count_iter_type, cycle_type, dropwhile_type,
    filterfalse_type, groupby_type, grouper_type, islice_type, pairwise_type, permutations_type,
    product_type, repeat_type, starmap_type, takewhile_type, tee_type, tee_block_type,
    zip_longest_type;
extern const TypeDef ordered_dict_type, default_dict_type, decimal_type, decimal_context_type;

#define NX_TYPE_DEFS(X)                                                                            \
    X(OBJECT, object_type)                                                                         \
    X(TYPE, type_type)                                                                             \
    X(NONETYPE, none_type)                                                                         \
    X(NOTIMPLTYPE, notimpl_type)                                                                   \
    X(ELLIPSISTYPE, ellipsis_type)                                                                 \
    X(INT, int_type)                                                                               \
    X(BOOL, bool_type)                                                                             \
    X(FLOAT, float_type)                                                                           \
    X(COMPLEX, complex_type)                                                                       \
    X(STR, str_type)                                                                               \
    X(BYTES, bytes_type)                                                                           \
    X(BYTEARRAY, bytearray_type)                                                                   \
    X(MEMORYVIEW, memoryview_type)                                                                 \
    X(TUPLE, tuple_type)                                                                           \
    X(LIST, list_type)                                                                             \
    X(DICT, dict_type)                                                                             \
    X(SET, set_type)                                                                               \
    X(FROZENSET, frozenset_type)                                                                   \
    X(RANGE, range_type)                                                                           \
    X(SLICE, slice_type)                                                                           \
    X(FUNCTION, function_type)                                                                     \
    X(METHOD, method_type)                                                                         \
    X(CELL, cell_type)                                                                             \
    X(CODE, code_type)                                                                             \
    X(MODULE, module_type)                                                                         \
    X(PROPERTY, property_type)                                                                     \
    X(CLASSMETHOD, classmethod_type)                                                               \
    X(STATICMETHOD, staticmethod_type)                                                             \
    X(SUPER, super_type)                                                                           \
    X(GETSET, getset_type)                                                                         \
    X(MEMBER, member_type)                                                                         \
    X(MAPPINGPROXY, mappingproxy_type)                                                             \
    X(EXCEPTION, exception_type)                                                                   \
    X(TRACEBACK, traceback_type)                                                                   \
    X(GENERATOR, generator_type)                                                                   \
    X(COROUTINE, coroutine_type)                                                                   \
    X(ASYNC_GEN, async_gen_type)                                                                   \
    X(ASYNC_STEP, async_step_type)                                                                 \
    X(CORO_WRAPPER, coro_wrapper_type)                                                             \
    X(LIST_ITER, list_iter_type)                                                                   \
    X(LIST_REVITER, list_reviter_type)                                                             \
    X(TUPLE_ITER, tuple_iter_type)                                                                 \
    X(STR_ITER, str_iter_type)                                                                     \
    X(STR_ASCII_ITER, str_ascii_iter_type)                                                         \
    X(BYTES_ITER, bytes_iter_type)                                                                 \
    X(BYTEARRAY_ITER, bytearray_iter_type)                                                         \
    X(RANGE_ITER, range_iter_type)                                                                 \
    X(LONGRANGE_ITER, longrange_iter_type)                                                         \
    X(SEQ_ITER, seq_iter_type)                                                                     \
    X(MEMORY_ITER, memory_iter_type)                                                               \
    X(ASYNC_THROW, async_throw_type)                                                               \
    X(ANEXT, anext_type)                                                                           \
    X(DICT_VIEW, dict_view_type)                                                                   \
    X(DICT_KEYS, dict_keys_type)                                                                   \
    X(DICT_VALUES, dict_values_type)                                                               \
    X(DICT_ITEMS, dict_items_type)                                                                 \
    X(SET_ITER, set_iter_type)                                                                     \
    X(DICT_ITER, dict_iter_type)                                                                   \
    X(DICT_KEYITER, dict_keyiter_type)                                                             \
    X(DICT_VALUEITER, dict_valueiter_type)                                                         \
    X(DICT_ITEMITER, dict_itemiter_type)                                                           \
    X(DICT_REVKEYITER, dict_revkeyiter_type)                                                       \
    X(DICT_REVVALUEITER, dict_revvalueiter_type)                                                   \
    X(DICT_REVITEMITER, dict_revitemiter_type)                                                     \
    X(CALL_ITER, call_iter_type)                                                                   \
    X(ENUMERATE, enumerate_type)                                                                   \
    X(ZIP, zip_type)                                                                               \
    X(MAP, map_type)                                                                               \
    X(FILTER, filter_type)                                                                         \
    X(REVERSED, reversed_type)                                                                     \
    X(FILE, stream_type)                                                                           \
    X(HOST_FUNCTION, host_function_type)                                                           \
    X(RANDOM, random_type)                                                                         \
    X(TUPLEGETTER, tuplegetter_type)                                                               \
    X(STRINGIO, stringio_type)                                                                     \
    X(CSV_READER, csv_reader_type)                                                                 \
    X(ORDERED_DICT, ordered_dict_type)                                                             \
    X(DEFAULT_DICT, default_dict_type)                                                             \
    X(ODICT_KEYS, odict_keys_type)                                                                 \
    X(ODICT_VALUES, odict_values_type)                                                             \
    X(ODICT_ITEMS, odict_items_type)                                                               \
    X(ODICT_ITER, odict_iter_type)                                                                 \
    X(BYTESIO, bytesio_type)                                                                       \
    X(DEQUE, deque_type)                                                                           \
    X(DEQUE_ITER, deque_iter_type)                                                                 \
    X(DEQUE_REVITER, deque_reviter_type)                                                           \
    X(ITEMGETTER, itemgetter_type)                                                                 \
    X(ATTRGETTER, attrgetter_type)                                                                 \
    X(METHODCALLER, methodcaller_type)                                                             \
    X(PARTIAL, partial_type)                                                                       \
    X(PLACEHOLDER, placeholder_type)                                                               \
    X(LRU_CACHE, lru_cache_type)                                                                   \
    X(LRU_LINK, lru_link_type)                                                                     \
    X(KEY_WRAPPER, key_wrapper_type)                                                               \
    X(DIGEST, digest_type)                                                                         \
    X(DIGEST_XOF, digest_xof_type)                                                                 \
    X(WEAKREF, weakref_type)                                                                       \
    X(PATTERN, re_pattern_type)                                                                    \
    X(RE_SCANNER, re_scanner_type)                                                                 \
    X(RE_STATE, re_state_type)                                                                     \
    X(MATCH, re_match_type)                                                                        \
    X(ALIAS, alias_type)                                                                           \
    X(ALIAS_ITER, alias_iter_type)                                                                 \
    X(UNION, union_type)                                                                           \
    X(FRAMEINFO, frameinfo_type)                                                                   \
    X(TEMPLATE, template_type)                                                                     \
    X(TEMPLATE_ITER, template_iter_type)                                                           \
    X(INTERPOLATION, interpolation_type)                                                           \
    X(IOBUFFER, iobuffer_type)                                                                     \
    X(STRUCT, struct_type)                                                                         \
    X(STRUCT_ITER, struct_iter_type)                                                               \
    X(TIMEDELTA, timedelta_type)                                                                   \
    X(TZINFO, tzinfo_type)                                                                         \
    X(TIMEZONE, timezone_type)                                                                     \
    X(DATE, date_type)                                                                             \
    X(TIME, time_type)                                                                             \
    X(DATETIME, datetime_type)                                                                     \
    X(ACCUMULATE, accumulate_type)                                                                 \
    X(BATCHED, batched_type)                                                                       \
    X(CHAIN, chain_type)                                                                           \
    X(COMBINATIONS, combinations_type)                                                             \
    X(COMBINATIONS_AGAIN, combinations_again_type)                                                 \
    X(COMPRESS, compress_type)                                                                     \
    X(COUNT_ITER, count_iter_type)                                                                 \
    X(CYCLE, cycle_type)                                                                           \
    X(DROPWHILE, dropwhile_type)                                                                   \
    X(FILTERFALSE, filterfalse_type)                                                               \
    X(GROUPBY, groupby_type)                                                                       \
    X(GROUPER, grouper_type)                                                                       \
    X(ISLICE, islice_type)                                                                         \
    X(PAIRWISE, pairwise_type)                                                                     \
    X(PERMUTATIONS, permutations_type)                                                             \
    X(PRODUCT, product_type)                                                                       \
    X(REPEAT, repeat_type)                                                                         \
    X(STARMAP, starmap_type)                                                                       \
    X(TAKEWHILE, takewhile_type)                                                                   \
    X(TEE, tee_type)                                                                               \
    X(TEE_BLOCK, tee_block_type)                                                                   \
    X(ZIP_LONGEST, zip_longest_type)                                                               \
    X(CONTEXT, context_type)                                                                       \
    X(CONTEXT_VAR, context_var_type)                                                               \
    X(CONTEXT_TOKEN, context_token_type)                                                           \
    X(TOKEN_MISSING, token_missing_type)                                                           \
    X(FRAME_LOCALS, frame_locals_type)                                                             \
    X(FUTURE, future_type)                                                                         \
    X(TASK, task_type)                                                                             \
    X(FUTURE_ITER, future_iter_type)                                                               \
    X(HANDLE, handle_type)                                                                         \
    X(TIMER_HANDLE, timer_handle_type)                                                             \
    X(ARRAY, array_type)                                                                           \
    X(DECIMAL, decimal_type)                                                                       \
    X(DECIMAL_CONTEXT, decimal_context_type)                                                       \
    X(ARRAY_ITER, array_iter_type)                                                                 \
    X(BUFFER_WRAPPER, buffer_wrapper_type)

#endif
