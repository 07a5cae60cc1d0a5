// diag_grammar.c: the grammar of Python 3.14 once more, as CPython's PEG parser tries it, with the
// rules that only find mistakes ("invalid_..."). The parser proper does without it; diag.c runs it
// when there is something to explain. The order of alternatives is the point of this table: it
// decides which of several messages a mistake gets.
//
// A rule is a name, its kind and a body:
//   'x'  a token by its text      "x"  a soft keyword      NAME  a class of tokens
//   x | y   ( x )   x?   x*   x+   x%y  one or more x with y between   &x  !x  lookahead
//   ^'x'  this token or the error "expected 'x'"      ~  no other alternative from here on
//   a:x   remember where x stood, as a, b or c
//   {action ...}  ends an alternative. `loc a`, `range a b`, `from a`, `last`, `next` and `indent`
//         raise at that place with the message in backquotes, in which %a is what kind of
//         expression a is, %t its text and %l its line. The others are functions in diag_act.c.
//         If an action does not raise, the whole rule has failed.
//   <check>  a function in diag_act.c that may raise, and else changes nothing.
// ERROR matches nothing; `ERROR?` only looks at a token, where CPython looks for a type comment.
// An alternative that is an invalid_ rule and nothing else is only tried in the second pass.
#include "front/diag_inner.h"

#define P DIAG_PLAIN
#define M DIAG_MEMO
#define L DIAG_LEFT
#define B DIAG_BLOCK

// clang-format off
const DiagRule diag_rules[] = {
    // --- Starting points -------------------------------------------------------------------------
    {"file", P, "statements? END"},
    {"interactive", P, "statement_newline"},
    {"eval", P, "expressions NEWLINE* END"},

    // --- Statements ------------------------------------------------------------------------------
    {"statements", P, "statement+"},
    {"statement", P, "compound_stmt | simple_stmts"},
    {"statement_newline", P, "compound_stmt NEWLINE | simple_stmts | NEWLINE | END"},
    {"simple_stmts", P, "simple_stmt !';' NEWLINE | simple_stmt%';' ';'? NEWLINE"},
    {"simple_stmt", M,
     "assignment | &\"type\" type_alias | star_expressions | &'return' return_stmt"
     "| &('import' | 'from') import_stmt | &'raise' raise_stmt | &'pass' pass_stmt"
     "| &'del' del_stmt | &'yield' yield_stmt | &'assert' assert_stmt | &'break' break_stmt"
     "| &'continue' continue_stmt | &'global' global_stmt | &'nonlocal' nonlocal_stmt"},
    {"compound_stmt", P,
     "&('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def"
     "| &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt"
     "| &'while' while_stmt | match_stmt"},
    {"assignment", P,
     "NAME ':' expression ('=' annotated_rhs)?"
     "| ('(' single_target ')' | single_subscript_attribute_target) ':' expression"
     "  ('=' annotated_rhs)?"
     "| (star_targets '=')+ annotated_rhs !'='"
     "| single_target augassign ~ annotated_rhs"
     "| invalid_assignment"},
    {"annotated_rhs", P, "yield_expr | star_expressions"},
    {"augassign", P,
     "'+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**='"
     "| '//='"},
    {"return_stmt", P, "'return' star_expressions?"},
    {"raise_stmt", P, "'raise' expression ('from' expression)? | 'raise'"},
    {"pass_stmt", P, "'pass'"},
    {"break_stmt", P, "'break'"},
    {"continue_stmt", P, "'continue'"},
    {"global_stmt", P, "'global' NAME%','"},
    {"nonlocal_stmt", P, "'nonlocal' NAME%','"},
    {"del_stmt", P, "'del' del_targets &(';' | NEWLINE) | invalid_del_stmt"},
    {"yield_stmt", P, "yield_expr"},
    {"assert_stmt", P, "'assert' expression (',' expression)?"},
    {"import_stmt", P, "invalid_import | import_name | import_from"},
    {"import_name", P, "'import' dotted_as_name%','"},
    {"import_from", P,
     "'from' ('.' | '...')* dotted_name 'import' import_from_targets"
     "| 'from' ('.' | '...')+ 'import' import_from_targets"},
    {"import_from_targets", P,
     "'(' import_from_as_names ','? ')' | import_from_as_names !',' | '*'"
     "| invalid_import_from_targets"},
    {"import_from_as_names", P, "import_from_as_name%','"},
    {"import_from_as_name", P, "invalid_import_from_as_name | NAME ('as' NAME)?"},
    {"dotted_as_name", P, "invalid_dotted_as_name | dotted_name ('as' NAME)?"},
    {"dotted_name", L, "dotted_name '.' NAME | NAME"},

    // --- Compound statements ---------------------------------------------------------------------
    {"block", M, "NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block"},
    {"decorators", P, "('@' named_expression NEWLINE)+"},
    {"class_def", P, "decorators class_def_raw | class_def_raw"},
    {"class_def_raw", B,
     "invalid_class_def_raw | 'class' NAME type_params? ('(' arguments? ')')? ':' block"},
    {"function_def", P, "decorators function_def_raw | function_def_raw"},
    {"function_def_raw", P,
     "invalid_def_raw"
     "| 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block"
     "| 'async' 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block"},
    {"params", P, "invalid_parameters | parameters"},
    {"parameters", P,
     "slash_no_default param_no_default* param_with_default* star_etc?"
     "| slash_with_default param_with_default* star_etc?"
     "| param_no_default+ param_with_default* star_etc?"
     "| param_with_default+ star_etc?"
     "| star_etc"},
    {"slash_no_default", P, "param_no_default+ '/' ',' | param_no_default+ '/' &')'"},
    {"slash_with_default", P,
     "param_no_default* param_with_default+ '/' ','"
     "| param_no_default* param_with_default+ '/' &')'"},
    {"star_etc", P,
     "invalid_star_etc"
     "| '*' param_no_default param_maybe_default* kwds?"
     "| '*' param_no_default_star_annotation param_maybe_default* kwds?"
     "| '*' ',' param_maybe_default+ kwds?"
     "| kwds"},
    {"kwds", P, "invalid_kwds | '**' param_no_default"},
    {"param_no_default", P, "param ',' ERROR? | param &')'"},
    {"param_no_default_star_annotation", P,
     "param_star_annotation ',' ERROR? | param_star_annotation &')'"},
    {"param_with_default", P, "param default ',' ERROR? | param default &')'"},
    {"param_maybe_default", P, "param default? ',' ERROR? | param default? &')'"},
    {"param", P, "NAME annotation?"},
    {"param_star_annotation", P, "NAME star_annotation"},
    {"annotation", P, "':' expression"},
    {"star_annotation", P, "':' star_expression"},
    {"default", P, "'=' expression | invalid_default"},
    {"if_stmt", B,
     "invalid_if_stmt | 'if' named_expression ':' block elif_stmt"
     "| 'if' named_expression ':' block else_block?"},
    {"elif_stmt", P,
     "invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt"
     "| 'elif' named_expression ':' block else_block?"},
    {"else_block", P, "invalid_else_stmt | 'else' ^':' block"},
    {"while_stmt", B, "invalid_while_stmt | 'while' named_expression ':' block else_block?"},
    {"for_stmt", B,
     "invalid_for_stmt"
     "| 'for' star_targets 'in' ~ star_expressions ':' block else_block?"
     "| 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?"
     "| invalid_for_target"},
    {"with_stmt", B,
     "invalid_with_stmt_indent"
     "| 'with' '(' with_item%',' ','? ')' ':' block"
     "| 'with' with_item%',' ':' block"
     "| 'async' 'with' '(' with_item%',' ','? ')' ':' block"
     "| 'async' 'with' with_item%',' ':' block"
     "| invalid_with_stmt"},
    {"with_item", P,
     "expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression"},
    {"try_stmt", B,
     "invalid_try_stmt"
     "| 'try' ^':' block finally_block"
     "| 'try' ^':' block except_block+ else_block? finally_block?"
     "| 'try' ^':' block except_star_block+ else_block? finally_block?"},
    {"except_block", P,
     "invalid_except_stmt_indent | 'except' expression ':' block"
     "| 'except' expression 'as' NAME ':' block | 'except' expressions ':' block"
     "| 'except' ':' block | invalid_except_stmt"},
    {"except_star_block", P,
     "invalid_except_star_stmt_indent | 'except' '*' expression ':' block"
     "| 'except' '*' expression 'as' NAME ':' block | 'except' '*' expressions ':' block"
     "| invalid_except_star_stmt"},
    {"finally_block", P, "invalid_finally_stmt | 'finally' ^':' block"},

    // --- match -----------------------------------------------------------------------------------
    {"match_stmt", B,
     "\"match\" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt"},
    {"subject_expr", P, "star_named_expression ',' star_named_expressions? | named_expression"},
    {"case_block", P, "invalid_case_block | \"case\" patterns guard? ':' block"},
    {"guard", P, "'if' named_expression"},
    {"patterns", P, "open_sequence_pattern | pattern"},
    {"pattern", P, "as_pattern | or_pattern"},
    {"as_pattern", P, "or_pattern 'as' pattern_capture_target | invalid_as_pattern"},
    {"or_pattern", P, "closed_pattern%'|'"},
    {"closed_pattern", M,
     "literal_pattern | pattern_capture_target | wildcard_pattern | value_pattern"
     "| group_pattern | sequence_pattern | mapping_pattern | class_pattern"},
    {"literal_pattern", P,
     "signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'"},
    {"literal_expr", P,
     "signed_number !('+' | '-') | complex_number"
     "| &(STRING | FSTRING_START | TSTRING_START) strings | 'None' | 'True' | 'False'"},
    {"complex_number", P,
     "signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number"},
    {"signed_number", P, "NUMBER | '-' NUMBER"},
    {"signed_real_number", P, "real_number | '-' real_number"},
    {"real_number", P, "NUMBER <real>"},
    {"imaginary_number", P, "NUMBER <imaginary>"},
    {"pattern_capture_target", P, "!\"_\" NAME !('.' | '(' | '=')"},
    {"wildcard_pattern", P, "\"_\""},
    {"value_pattern", P, "attr !('.' | '(' | '=')"},
    {"attr", L, "name_or_attr '.' NAME"},
    {"name_or_attr", P, "attr | NAME"},
    {"group_pattern", P, "'(' pattern ')'"},
    {"sequence_pattern", P, "'[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'"},
    {"open_sequence_pattern", P, "maybe_star_pattern ',' maybe_sequence_pattern?"},
    {"maybe_sequence_pattern", P, "maybe_star_pattern%',' ','?"},
    {"maybe_star_pattern", P, "star_pattern | pattern"},
    {"star_pattern", M, "'*' pattern_capture_target | '*' wildcard_pattern"},
    {"mapping_pattern", P,
     "'{' '}' | '{' double_star_pattern ','? '}'"
     "| '{' items_pattern ',' double_star_pattern ','? '}' | '{' items_pattern ','? '}'"},
    {"items_pattern", P, "key_value_pattern%','"},
    {"key_value_pattern", P, "(literal_expr | attr) ':' pattern"},
    {"double_star_pattern", P, "'**' pattern_capture_target"},
    {"class_pattern", P,
     "name_or_attr '(' ')' | name_or_attr '(' positional_patterns ','? ')'"
     "| name_or_attr '(' keyword_patterns ','? ')'"
     "| name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'"
     "| invalid_class_pattern"},
    {"positional_patterns", P, "pattern%','"},
    {"keyword_patterns", P, "keyword_pattern%','"},
    {"keyword_pattern", P, "NAME '=' pattern"},

    // --- type ------------------------------------------------------------------------------------
    {"type_alias", P, "\"type\" NAME type_params? '=' expression"},
    {"type_params", P, "invalid_type_params | '[' type_param%',' ','? ']'"},
    {"type_param", M,
     "NAME (':' expression)? ('=' expression)? | invalid_type_param"
     "| '*' NAME ('=' star_expression)? | '**' NAME ('=' expression)?"},

    // --- Expressions -----------------------------------------------------------------------------
    {"expressions", P,
     "expression (',' expression)+ ','? | expression ',' | expression"},
    {"expression", M,
     "invalid_expression | invalid_legacy_expression"
     "| disjunction 'if' disjunction 'else' expression | disjunction | lambdef"},
    {"yield_expr", P, "'yield' 'from' expression | 'yield' star_expressions?"},
    {"star_expressions", P,
     "star_expression (',' star_expression)+ ','? | star_expression ',' | star_expression"},
    {"star_expression", M, "'*' bitwise_or | expression"},
    {"star_named_expressions", P, "star_named_expression%',' ','?"},
    {"star_named_expression", P, "'*' bitwise_or | named_expression"},
    {"assignment_expression", P, "NAME ':=' ~ expression"},
    {"named_expression", P,
     "assignment_expression | invalid_named_expression | expression !':='"},
    {"disjunction", M, "conjunction ('or' conjunction)+ | conjunction"},
    {"conjunction", M, "inversion ('and' inversion)+ | inversion"},
    {"inversion", M, "'not' inversion | comparison"},
    {"comparison", P, "bitwise_or compare_op_bitwise_or_pair+ | bitwise_or"},
    {"compare_op_bitwise_or_pair", P,
     "invalid_diamond | '==' bitwise_or | '!=' <barry> bitwise_or | '<=' bitwise_or"
     "| '<' bitwise_or"
     "| '>=' bitwise_or | '>' bitwise_or | 'not' 'in' bitwise_or | 'in' bitwise_or"
     "| 'is' 'not' bitwise_or | 'is' bitwise_or"},
    {"invalid_diamond", P, "a:'<' b:'>' {diamond a b}"},
    {"bitwise_or", L, "bitwise_or '|' bitwise_xor | bitwise_xor"},
    {"bitwise_xor", L, "bitwise_xor '^' bitwise_and | bitwise_and"},
    {"bitwise_and", L, "bitwise_and '&' shift_expr | shift_expr"},
    {"shift_expr", L,
     "shift_expr '<<' sum | shift_expr '>>' sum | invalid_arithmetic | sum"},
    {"sum", L, "sum '+' term | sum '-' term | term"},
    {"term", L,
     "term '*' factor | term '/' factor | term '//' factor | term '%' factor | term '@' factor"
     "| invalid_factor | factor"},
    {"factor", M, "'+' factor | '-' factor | '~' factor | power"},
    {"power", P, "await_primary '**' factor | await_primary"},
    {"await_primary", M, "'await' primary | primary"},
    {"primary", L,
     "primary '.' NAME | primary genexp | primary '(' arguments? ')' | primary '[' slices ']'"
     "| atom"},
    {"slices", P, "slice !',' | (slice | starred_expression)%',' ','?"},
    {"slice", P, "expression? ':' expression? (':' expression?)? | named_expression"},
    {"atom", P,
     "NAME | 'True' | 'False' | 'None' | &(STRING | FSTRING_START | TSTRING_START) strings"
     "| NUMBER | &'(' (tuple | group | genexp) | &'[' (list | listcomp)"
     "| &'{' (dict | set | dictcomp | setcomp) | '...'"},
    {"group", P, "'(' (yield_expr | named_expression) ')' | invalid_group"},
    {"lambdef", P, "'lambda' lambda_params? ':' expression"},
    {"lambda_params", P, "invalid_lambda_parameters | lambda_parameters"},
    {"lambda_parameters", P,
     "lambda_slash_no_default lambda_param_no_default* lambda_param_with_default*"
     "  lambda_star_etc?"
     "| lambda_slash_with_default lambda_param_with_default* lambda_star_etc?"
     "| lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?"
     "| lambda_param_with_default+ lambda_star_etc?"
     "| lambda_star_etc"},
    {"lambda_slash_no_default", P,
     "lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'"},
    {"lambda_slash_with_default", P,
     "lambda_param_no_default* lambda_param_with_default+ '/' ','"
     "| lambda_param_no_default* lambda_param_with_default+ '/' &':'"},
    {"lambda_star_etc", P,
     "invalid_lambda_star_etc"
     "| '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?"
     "| '*' ',' lambda_param_maybe_default+ lambda_kwds?"
     "| lambda_kwds"},
    {"lambda_kwds", P, "invalid_lambda_kwds | '**' lambda_param_no_default"},
    {"lambda_param_no_default", P, "lambda_param ',' | lambda_param &':'"},
    {"lambda_param_with_default", P, "lambda_param default ',' | lambda_param default &':'"},
    {"lambda_param_maybe_default", P, "lambda_param default? ',' | lambda_param default? &':'"},
    {"lambda_param", P, "NAME"},

    // --- Strings ---------------------------------------------------------------------------------
    {"fstring_middle", P, "fstring_replacement_field | FSTRING_MIDDLE"},
    {"fstring_replacement_field", P,
     "'{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}'"
     "| invalid_fstring_replacement_field"},
    {"fstring_conversion", P, "'!' NAME <conversion>"},
    {"fstring_full_format_spec", P, "':' fstring_format_spec*"},
    {"fstring_format_spec", P, "FSTRING_MIDDLE | fstring_replacement_field"},
    {"fstring", P, "FSTRING_START fstring_middle* FSTRING_END"},
    {"tstring_format_spec_replacement_field", P,
     "'{' annotated_rhs '='? fstring_conversion? tstring_full_format_spec? '}'"
     "| invalid_tstring_replacement_field"},
    {"tstring_format_spec", P, "TSTRING_MIDDLE | tstring_format_spec_replacement_field"},
    {"tstring_full_format_spec", P, "':' tstring_format_spec*"},
    {"tstring_replacement_field", P,
     "'{' annotated_rhs '='? fstring_conversion? tstring_full_format_spec? '}'"
     "| invalid_tstring_replacement_field"},
    {"tstring_middle", P, "tstring_replacement_field | TSTRING_MIDDLE"},
    {"tstring", M, "TSTRING_START tstring_middle* TSTRING_END"},
    {"string", P, "STRING <string>"},
    {"strings", M,
     "invalid_string_tstring_concat | (fstring | string)+ <strings> | tstring+ <strings>"},

    // --- Displays --------------------------------------------------------------------------------
    {"list", P, "'[' star_named_expressions? ']'"},
    {"tuple", P, "'(' (star_named_expression ',' star_named_expressions?)? ')'"},
    {"set", P, "'{' star_named_expressions '}'"},
    {"dict", P,
     "'{' double_starred_kvpairs? '}' | '{' invalid_double_starred_kvpairs '}'"},
    {"double_starred_kvpairs", P, "double_starred_kvpair%',' ','?"},
    {"double_starred_kvpair", P, "'**' bitwise_or | kvpair"},
    {"kvpair", P, "expression ':' expression"},
    {"for_if_clauses", P, "for_if_clause+"},
    {"for_if_clause", P,
     "'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*"
     "| 'for' star_targets 'in' ~ disjunction ('if' disjunction)*"
     "| invalid_for_if_clause | invalid_for_target"},
    {"listcomp", P, "'[' named_expression for_if_clauses ']' | invalid_comprehension"},
    {"setcomp", P, "'{' named_expression for_if_clauses '}' | invalid_comprehension"},
    {"genexp", P,
     "'(' (assignment_expression | expression !':=') for_if_clauses ')' | invalid_comprehension"},
    {"dictcomp", P, "'{' kvpair for_if_clauses '}' | invalid_dict_comprehension"},

    // --- Arguments -------------------------------------------------------------------------------
    {"arguments", M, "args ','? &')' | invalid_arguments"},
    {"args", P, "arg_plain%',' (',' kwargs)? | kwargs"},
    {"arg_plain", P, "starred_expression | (assignment_expression | expression !':=') !'='"},
    {"kwargs", P,
     "kwarg_or_starred%',' ',' kwarg_or_double_starred%',' | kwarg_or_starred%','"
     "| kwarg_or_double_starred%','"},
    {"starred_expression", P,
     "invalid_starred_expression_unpacking | '*' expression | invalid_starred_expression"},
    {"kwarg_or_starred", P, "invalid_kwarg | NAME '=' expression | starred_expression"},
    {"kwarg_or_double_starred", P, "invalid_kwarg | NAME '=' expression | '**' expression"},

    // --- Targets ---------------------------------------------------------------------------------
    {"star_targets", P, "star_target !',' | star_target (',' star_target)* ','?"},
    {"star_targets_list_seq", P, "star_target%',' ','?"},
    {"star_targets_tuple_seq", P, "star_target (',' star_target)+ ','? | star_target ','"},
    {"star_target", M, "'*' (!'*' star_target) | target_with_star_atom"},
    {"target_with_star_atom", M,
     "t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom"},
    {"star_atom", P,
     "NAME | '(' target_with_star_atom ')' | '(' star_targets_tuple_seq? ')'"
     "| '[' star_targets_list_seq? ']'"},
    {"single_target", P, "single_subscript_attribute_target | NAME | '(' single_target ')'"},
    {"single_subscript_attribute_target", P,
     "t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead"},
    {"t_primary", L,
     "t_primary '.' NAME &t_lookahead | t_primary '[' slices ']' &t_lookahead"
     "| t_primary genexp &t_lookahead | t_primary '(' arguments? ')' &t_lookahead"
     "| atom &t_lookahead"},
    {"t_lookahead", P, "'(' | '[' | '.'"},
    {"del_targets", P, "del_target%',' ','?"},
    {"del_target", M,
     "t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom"},
    {"del_t_atom", P,
     "NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'"},

    // --- Mistakes in arguments -------------------------------------------------------------------
    {"invalid_arguments", P,
     "((arg_plain%',' ',' kwargs) | kwargs) a:',' (starred_expression !'=')%','"
     "  {from a `iterable argument unpacking follows keyword argument unpacking`}"
     "| a:expression b:for_if_clauses ',' (args | expression for_if_clauses)?"
     "  {genexp a b `Generator expression must be parenthesized`}"
     "| a:NAME b:'=' expression for_if_clauses"
     "  {range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`}"
     "| (args ',')? a:NAME b:'=' &(',' | ')')"
     "  {range a b `expected argument value expression`}"
     "| a:args b:for_if_clauses {lone_genexp a b `Generator expression must be parenthesized`}"
     "| args ',' a:expression b:for_if_clauses"
     "  {genexp a b `Generator expression must be parenthesized`}"
     "| a:args ',' args {arg_order a}"},
    {"invalid_kwarg", P,
     "a:('True' | 'False' | 'None') b:'=' {range a b `cannot assign to %t`}"
     "| a:NAME b:'=' expression for_if_clauses"
     "  {range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`}"
     "| !(NAME '=') a:expression b:'='"
     "  {range a b `expression cannot contain assignment, perhaps you meant \"==\"?`}"
     "| a:'**' expression '=' b:expression"
     "  {range a b `cannot assign to keyword argument unpacking`}"},
    {"invalid_starred_expression_unpacking", P,
     "a:'*' expression '=' b:expression"
     "  {range a b `cannot assign to iterable argument unpacking`}"},
    {"invalid_starred_expression", P, "'*' {last `Invalid star expression`}"},

    // --- Mistakes in expressions -----------------------------------------------------------------
    {"expression_without_invalid", DIAG_WITHOUT,
     "disjunction 'if' disjunction 'else' expression | disjunction | lambdef"},
    {"invalid_legacy_expression", P, "a:NAME !'(' b:star_expressions {legacy a b}"},
    {"invalid_expression", P,
     "STRING a:stray_expression (b:stray_expression)* STRING"
     "  {range a b `invalid syntax. Is this intended to be part of the string?`}"
     "| !(NAME STRING | SOFT_KEYWORD) a:disjunction b:expression_without_invalid {comma a b}"
     "| a:disjunction 'if' b:disjunction !('else' | ':')"
     "  {range a b `expected 'else' after 'if' expression`}"
     "| a:disjunction 'if' b:disjunction 'else' !expression"
     "  {next `expected expression after 'else', but statement is given`}"
     "| a:(pass_stmt | break_stmt | continue_stmt) 'if' b:disjunction 'else' simple_stmt"
     "  {loc a `expected expression before 'if', but statement is given`}"
     "| a:'lambda' lambda_params? b:':' &FSTRING_MIDDLE"
     "  {range a b `f-string: lambda expressions are not allowed without parentheses`}"
     "| a:'lambda' lambda_params? b:':' &TSTRING_MIDDLE"
     "  {range a b `t-string: lambda expressions are not allowed without parentheses`}"},
    {"stray_expression", P, "!STRING expression_without_invalid"},
    {"invalid_named_expression", M,
     "a:expression ':=' expression {loc a `cannot use assignment expressions with %a`}"
     "| a:NAME '=' b:bitwise_or !('=' | ':=')"
     "  {range a b `invalid syntax. Maybe you meant '==' or ':=' instead of '='?`}"
     "| !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or '=' bitwise_or"
     "  !('=' | ':=')"
     "  {loc a `cannot assign to %a here. Maybe you meant '==' instead of '='?`}"},
    {"invalid_assignment", P,
     "a:invalid_ann_assign_target ':' expression"
     "  {loc a `only single target (not %a) can be annotated`}"
     "| a:star_named_expression ',' star_named_expressions* ':' expression"
     "  {loc a `only single target (not tuple) can be annotated`}"
     "| a:expression ':' expression {loc a `illegal target for annotation`}"
     "| (star_targets '=')* a:star_expressions '=' {target a}"
     "| (star_targets '=')* a:yield_expr '='"
     "  {loc a `assignment to yield expression not possible`}"
     "| a:star_expressions augassign annotated_rhs"
     "  {loc a `'%a' is an illegal expression for augmented assignment`}"},
    {"invalid_ann_assign_target", P, "list | tuple | '(' invalid_ann_assign_target ')'"},
    {"invalid_del_stmt", P, "'del' a:star_expressions {del_target a}"},
    {"invalid_block", P, "NEWLINE !INDENT {indent `expected an indented block`}"},
    {"invalid_comprehension", P,
     "('[' | '(' | '{') a:starred_expression for_if_clauses"
     "  {loc a `iterable unpacking cannot be used in comprehension`}"
     "| ('[' | '{') a:star_named_expression ',' b:star_named_expressions for_if_clauses"
     "  {range_last a b `did you forget parentheses around the comprehension target?`}"
     "| ('[' | '{') a:star_named_expression b:',' for_if_clauses"
     "  {range a b `did you forget parentheses around the comprehension target?`}"},
    {"invalid_dict_comprehension", P,
     "'{' a:'**' bitwise_or for_if_clauses '}'"
     "  {loc a `dict unpacking cannot be used in dict comprehension`}"},
    {"invalid_group", P,
     "'(' a:starred_expression ')' {loc a `cannot use starred expression here`}"
     "| '(' a:'**' expression ')' {loc a `cannot use double starred expression here`}"},
    {"invalid_double_starred_kvpairs", P,
     "double_starred_kvpair%',' ',' invalid_kvpair"
     "| expression ':' a:'*' bitwise_or"
     "  {from a `cannot use a starred expression in a dictionary value`}"
     "| expression a:':' &('}' | ',')"
     "  {loc a `expression expected after dictionary key and ':'`}"},
    {"invalid_kvpair", P,
     "a:expression !':' {key_colon a `':' expected after dictionary key`}"
     "| expression ':' a:'*' bitwise_or"
     "  {from a `cannot use a starred expression in a dictionary value`}"
     "| expression a:':' &('}' | ',')"
     "  {loc a `expression expected after dictionary key and ':'`}"},
    {"invalid_arithmetic", P,
     "sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' b:inversion"
     "  {range a b `'not' after an operator must be parenthesized`}"},
    {"invalid_factor", P,
     "('+' | '-' | '~') a:'not' b:factor"
     "  {range a b `'not' after an operator must be parenthesized`}"},

    // --- Mistakes in parameters ------------------------------------------------------------------
    {"invalid_parameters", P,
     "a:'/' ',' {loc a `at least one argument must precede /`}"
     "| (slash_no_default | slash_with_default) param_maybe_default* a:'/'"
     "  {loc a `/ may appear only once`}"
     "| slash_no_default? param_no_default* invalid_parameters_helper a:param_no_default"
     "  {loc a `parameter without a default follows parameter with a default`}"
     "| param_no_default* a:'(' param_no_default+ ','? b:')'"
     "  {range a b `Function parameters cannot be parenthesized`}"
     "| (slash_no_default | slash_with_default)? param_maybe_default* '*'"
     "  (',' | param_no_default) param_maybe_default* a:'/' {loc a `/ must be ahead of *`}"
     "| param_maybe_default+ '/' a:'*' {loc a `expected comma between / and *`}"},
    {"invalid_parameters_helper", P, "slash_with_default | param_with_default+"},
    {"invalid_default", P, "a:'=' &(')' | ',') {loc a `expected default value expression`}"},
    {"invalid_star_etc", P,
     "a:'*' (')' | ',' (')' | '**')) {loc a `named arguments must follow bare *`}"
     "| '*' param a:'=' {loc a `var-positional argument cannot have default value`}"
     "| '*' (param_no_default | ',') param_maybe_default* a:'*' (param_no_default | ',')"
     "  {loc a `* argument may appear only once`}"},
    {"invalid_kwds", P,
     "'**' param a:'=' {loc a `var-keyword argument cannot have default value`}"
     "| '**' param ',' a:param {loc a `arguments cannot follow var-keyword argument`}"
     "| '**' param ',' a:('*' | '**' | '/')"
     "  {loc a `arguments cannot follow var-keyword argument`}"},
    {"invalid_lambda_parameters", P,
     "a:'/' ',' {loc a `at least one argument must precede /`}"
     "| (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a:'/'"
     "  {loc a `/ may appear only once`}"
     "| lambda_slash_no_default? lambda_param_no_default* invalid_lambda_parameters_helper"
     "  a:lambda_param_no_default"
     "  {loc a `parameter without a default follows parameter with a default`}"
     "| lambda_param_no_default* a:'(' lambda_param%',' ','? b:')'"
     "  {range a b `Lambda expression parameters cannot be parenthesized`}"
     "| (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*'"
     "  (',' | lambda_param_no_default) lambda_param_maybe_default* a:'/'"
     "  {loc a `/ must be ahead of *`}"
     "| lambda_param_maybe_default+ '/' a:'*' {loc a `expected comma between / and *`}"},
    {"invalid_lambda_parameters_helper", P,
     "lambda_slash_with_default | lambda_param_with_default+"},
    {"invalid_lambda_star_etc", P,
     "'*' (':' | ',' (':' | '**')) {last `named arguments must follow bare *`}"
     "| '*' lambda_param a:'=' {loc a `var-positional argument cannot have default value`}"
     "| '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a:'*'"
     "  (lambda_param_no_default | ',') {loc a `* argument may appear only once`}"},
    {"invalid_lambda_kwds", P,
     "'**' lambda_param a:'=' {loc a `var-keyword argument cannot have default value`}"
     "| '**' lambda_param ',' a:lambda_param"
     "  {loc a `arguments cannot follow var-keyword argument`}"
     "| '**' lambda_param ',' a:('*' | '**' | '/')"
     "  {loc a `arguments cannot follow var-keyword argument`}"},

    // --- Mistakes in statements ------------------------------------------------------------------
    {"invalid_with_item", P,
     "expression 'as' a:expression &(',' | ')' | ':') {target a}"},
    {"invalid_for_if_clause", P,
     "'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in'"
     "  {last `'in' expected after for-loop variables`}"},
    {"invalid_for_target", P, "'async'? 'for' a:star_expressions {for_target a}"},
    {"invalid_import", P,
     "a:'import' dotted_name%',' 'from' dotted_name"
     "  {from a `Did you mean to use 'from ... import ...' instead?`}"
     "| 'import' a:NEWLINE {from a `Expected one or more names after 'import'`}"},
    {"invalid_dotted_as_name", P,
     "dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression"
     "  {loc a `cannot use %a as import target`}"},
    {"invalid_import_from_as_name", P,
     "NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a:expression"
     "  {loc a `cannot use %a as import target`}"},
    {"invalid_import_from_targets", P,
     "import_from_as_names ',' NEWLINE"
     "  {last `trailing comma not allowed without surrounding parentheses`}"
     "| a:NEWLINE {from a `Expected one or more names after 'import'`}"},
    {"invalid_with_stmt", P,
     "'async'? 'with' (expression ('as' star_target)?)%',' NEWLINE {last `expected ':'`}"
     "| 'async'? 'with' '(' (expressions ('as' star_target)?)%',' ','? ')' NEWLINE"
     "  {last `expected ':'`}"},
    {"invalid_with_stmt_indent", P,
     "'async'? a:'with' (expression ('as' star_target)?)%',' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'with' statement on line %l`}"
     "| 'async'? a:'with' '(' (expressions ('as' star_target)?)%',' ','? ')' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'with' statement on line %l`}"},
    {"invalid_try_stmt", P,
     "a:'try' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'try' statement on line %l`}"
     "| 'try' ':' block !('except' | 'finally') {last `expected 'except' or 'finally' block`}"
     "| 'try' ':' block* except_block+ a:'except' b:'*' expression ('as' NAME)? ':'"
     "  {range a b `cannot have both 'except' and 'except*' on the same 'try'`}"
     "| 'try' ':' block* except_star_block+ a:'except' (expression ('as' NAME)?)? ':'"
     "  {loc a `cannot have both 'except' and 'except*' on the same 'try'`}"},
    {"invalid_except_stmt", P,
     "'except' a:expression ',' expressions 'as' NAME ':'"
     "  {from a `multiple exception types must be parenthesized when using 'as'`}"
     "| 'except' expression ('as' NAME)? NEWLINE {last `expected ':'`}"
     "| 'except' NEWLINE {last `expected ':'`}"
     "| 'except' expression 'as' a:expression ':' block"
     "  {loc a `cannot use except statement with %a`}"},
    {"invalid_except_star_stmt", P,
     "'except' '*' a:expression ',' expressions 'as' NAME ':'"
     "  {from a `multiple exception types must be parenthesized when using 'as'`}"
     "| 'except' '*' expression ('as' NAME)? NEWLINE {last `expected ':'`}"
     "| 'except' '*' (NEWLINE | ':') {last `expected one or more exception types`}"
     "| 'except' '*' expression 'as' a:expression ':' block"
     "  {loc a `cannot use except* statement with %a`}"},
    {"invalid_finally_stmt", P,
     "a:'finally' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'finally' statement on line %l`}"},
    {"invalid_except_stmt_indent", P,
     "a:'except' expression ('as' NAME)? ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'except' statement on line %l`}"
     "| a:'except' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'except' statement on line %l`}"},
    {"invalid_except_star_stmt_indent", P,
     "a:'except' '*' expression ('as' NAME)? ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'except*' statement on line %l`}"},
    {"invalid_match_stmt", P,
     "\"match\" subject_expr NEWLINE {last `expected ':'`}"
     "| a:\"match\" subject_expr ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'match' statement on line %l`}"},
    {"invalid_case_block", P,
     "\"case\" patterns guard? NEWLINE {last `expected ':'`}"
     "| a:\"case\" patterns guard? ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'case' statement on line %l`}"},
    {"invalid_as_pattern", P,
     "or_pattern 'as' a:\"_\" {loc a `cannot use '_' as a target`}"
     "| or_pattern 'as' a:expression {loc a `cannot use %a as pattern target`}"},
    {"invalid_class_pattern", P,
     "name_or_attr '(' (positional_patterns ',')? keyword_patterns ',' a:positional_patterns"
     "  {loc a `positional patterns follow keyword patterns`}"},
    {"invalid_if_stmt", P,
     "'if' named_expression NEWLINE {last `expected ':'`}"
     "| a:'if' named_expression ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'if' statement on line %l`}"},
    {"invalid_elif_stmt", P,
     "'elif' named_expression NEWLINE {last `expected ':'`}"
     "| a:'elif' named_expression ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'elif' statement on line %l`}"},
    {"invalid_else_stmt", P,
     "a:'else' ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'else' statement on line %l`}"
     "| 'else' ':' block 'elif' {last `'elif' block follows an 'else' block`}"},
    {"invalid_while_stmt", P,
     "'while' named_expression NEWLINE {last `expected ':'`}"
     "| a:'while' named_expression ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'while' statement on line %l`}"},
    {"invalid_for_stmt", P,
     "'async'? 'for' star_targets 'in' star_expressions NEWLINE {last `expected ':'`}"
     "| 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after 'for' statement on line %l`}"},
    {"invalid_def_raw", P,
     "'async'? a:'def' NAME type_params? '(' params? ')' ('->' expression)? ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after function definition on line %l`}"
     "| 'async'? 'def' NAME type_params? ^'(' params? ')' ('->' expression)? ^':' block"},
    {"invalid_class_def_raw", P,
     "'class' NAME type_params? ('(' arguments? ')')? NEWLINE {last `expected ':'`}"
     "| a:'class' NAME type_params? ('(' arguments? ')')? ':' NEWLINE !INDENT"
     "  {indent `expected an indented block after class definition on line %l`}"},
    {"invalid_type_param", P,
     "'*' NAME a:':' b:expression {bound a b `TypeVarTuple`}"
     "| '**' NAME a:':' b:expression {bound a b `ParamSpec`}"},
    {"invalid_type_params", P, "'[' a:']' {from a `Type parameter list cannot be empty`}"},

    // --- Mistakes in strings ---------------------------------------------------------------------
    {"invalid_fstring_replacement_field", P,
     "'{' a:'=' {loc a `f-string: valid expression required before '='`}"
     "| '{' a:'!' {loc a `f-string: valid expression required before '!'`}"
     "| '{' a:':' {loc a `f-string: valid expression required before ':'`}"
     "| '{' a:'}' {loc a `f-string: valid expression required before '}'`}"
     "| '{' !annotated_rhs {next `f-string: expecting a valid expression after '{'`}"
     "| '{' annotated_rhs !('=' | '!' | ':' | '}')"
     "  {next `f-string: expecting '=', or '!', or ':', or '}'`}"
     "| '{' annotated_rhs '=' !('!' | ':' | '}')"
     "  {next `f-string: expecting '!', or ':', or '}'`}"
     "| '{' annotated_rhs '='? invalid_fstring_conversion_character"
     "| '{' annotated_rhs '='? ('!' NAME)? !(':' | '}')"
     "  {next `f-string: expecting ':' or '}'`}"
     "| '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}'"
     "  {next `f-string: expecting '}', or format specs`}"
     "| '{' annotated_rhs '='? ('!' NAME)? !'}' {next `f-string: expecting '}'`}"},
    {"invalid_fstring_conversion_character", P,
     "'!' &(':' | '}') {next `f-string: missing conversion character`}"
     "| '!' !NAME {next `f-string: invalid conversion character`}"},
    {"invalid_tstring_replacement_field", P,
     "'{' a:'=' {loc a `t-string: valid expression required before '='`}"
     "| '{' a:'!' {loc a `t-string: valid expression required before '!'`}"
     "| '{' a:':' {loc a `t-string: valid expression required before ':'`}"
     "| '{' a:'}' {loc a `t-string: valid expression required before '}'`}"
     "| '{' !annotated_rhs {next `t-string: expecting a valid expression after '{'`}"
     "| '{' annotated_rhs !('=' | '!' | ':' | '}')"
     "  {next `t-string: expecting '=', or '!', or ':', or '}'`}"
     "| '{' annotated_rhs '=' !('!' | ':' | '}')"
     "  {next `t-string: expecting '!', or ':', or '}'`}"
     "| '{' annotated_rhs '='? invalid_tstring_conversion_character"
     "| '{' annotated_rhs '='? ('!' NAME)? !(':' | '}')"
     "  {next `t-string: expecting ':' or '}'`}"
     "| '{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}'"
     "  {next `t-string: expecting '}', or format specs`}"
     "| '{' annotated_rhs '='? ('!' NAME)? !'}' {next `t-string: expecting '}'`}"},
    {"invalid_tstring_conversion_character", P,
     "'!' &(':' | '}') {next `t-string: missing conversion character`}"
     "| '!' !NAME {next `t-string: invalid conversion character`}"},
    {"invalid_string_tstring_concat", P,
     "(a:(fstring | string))+ b:tstring"
     "  {range a b `cannot mix t-string literals with string or bytes literals`}"
     "| (a:tstring)+ b:(fstring | string)"
     "  {range a b `cannot mix t-string literals with string or bytes literals`}"},
};
// clang-format on

const uint32_t diag_n_rules = COUNT_OF(diag_rules);
