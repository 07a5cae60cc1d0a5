# The list of verbs: `make help`. Plain `make`: the library and the program, in build/.
CC = gcc
AR = ar
# Rows of natives leave out the last columns.
WARNINGS = -Wall -Wextra -Wno-missing-field-initializers -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wundef
BASE_FLAGS = -std=gnu11 -Isrc -Iinclude -ffp-contract=off -fno-strict-aliasing -fvisibility=hidden $(PIC) $(UNWIND) $(ALIGN)
PIC = -fPIC
# Tables for unwinding at run time, 0.26 MB: C needs none, debuggers have their own. Sanitizers use them.
# Padding before the targets of jumps, 0.05 MB, serves older processors; the loop has it (LOOP_FLAGS). gcc's.
ALIGN := $(if $(shell $(CC) --version | grep clang),,-fno-align-jumps)
UNWIND = $(if $(findstring sanitize,$(MODE_FLAGS)),,-fno-asynchronous-unwind-tables)
CFLAGS = -O2 -g
MODE_FLAGS =
LDFLAGS =
BUILD = build

CORE_SRC := $(sort $(wildcard src/*/*.c src/lib/*/*.c))
CORE_OBJ := $(CORE_SRC:%.c=$(BUILD)/%.o)
# Where slots come from: posix (mmap) or heap (malloc).
PAGES = posix
LIB_OBJ := $(BUILD)/providers/pages_$(PAGES).o $(BUILD)/providers/files_posix.o $(BUILD)/image.o
CLI_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard apps/cli/*.c)))
COMPILE = $(CC) $(BASE_FLAGS) $(WARNINGS) $(CFLAGS) $(PROFILED) $(MODE_FLAGS) -MMD -MP -c

# Modules of src/lib/py in the image: made ones, those that others import first; and as packed source
# those that few programs import.
FROZEN := $(shell cat src/lib/py/frozen.txt 2>/dev/null) -p $(shell cat src/lib/py/packed.txt 2>/dev/null)
FROZEN_SRC := $(shell find src/lib/py -name '*.py' 2>/dev/null) src/lib/py/frozen.txt src/lib/py/packed.txt

all: $(BUILD)/natrix $(BUILD)/libnatrix.a $(BUILD)/libnatrix.so

$(BUILD)/%.o: %.c
	@mkdir -p $(dir $@)
	@echo "  CC $<"
	@$(COMPILE) $< -o $@

# The loop: keep each handler's dispatch to itself, and copies of a few words as they are written. Only
# gcc has to be told.
IS_CLANG := $(shell $(CC) --version | grep clang)
LOOP_FLAGS := $(if $(IS_CLANG),,-fno-gcse -fno-crossjumping -fno-tree-vectorize -falign-jumps)
$(BUILD)/src/vm/run.o: CFLAGS += $(LOOP_FLAGS)
$(BUILD)/src/vm/%.o: CFLAGS += $(if $(IS_CLANG),,-fno-tree-vectorize)

# What no program waits for: messages, what tools show, what runs once for an engine.
SMALL := api/debug api/error api/inspect api/inspect_heap base/distance base/unicode_names front/ast_dump \
	front/ast_export front/check_warn front/diag front/diag_act front/diag_grammar front/diag_peg front/suggest \
	front/unparse lib/fallback lib/gc lib/sys lib/traceback lib/unicodedata object/annotations object/codec_utf7 \
	object/exc_unicode object/template snap/grow snap/links vm/boot vm/builtins_code vm/code_compare vm/code_object \
	vm/dis vm/frameinfo vm/signature vm/syntax_warnings vm/traceback vm/traceback_lines vm/traceback_syntax \
	vm/traceback_text
$(SMALL:%=$(BUILD)/src/%.o): CFLAGS := $(CFLAGS:-O2=-Os)

# The compiler is told what programs use: an instrumented build runs the workloads and the tests once
# (docs/decisions/0005). `make PROFILE=no` leaves it out, and so do other compilers, flags of one's own and
# ccache. gcc knows a static function by the name of the object file: the folder of that build is a tree of its
# own, with the same names in it.
OWN := $(MODE_FLAGS)$(findstring ccache,$(CC))$(filter command environment,$(origin CFLAGS))$(filter /%,$(BUILD))
PROFILE := $(if $(OWN),no,$(if $(shell $(CC) --version | grep 'Free Software'),yes,no))
PROFILER = $(BUILD)/profile
# Left to itself gcc makes every copy whose mean is short one by `rep movs`.
SHORT_COPIES = unrolled_loop:24:noalign,libcall:-1:noalign
COPIES := $(if $(findstring x86_64,$(shell $(CC) -dumpmachine)),-mmemcpy-strategy=$(SHORT_COPIES) -mmemset-strategy=$(SHORT_COPIES))
ifeq ($(PROFILE),yes)
$(CORE_OBJ): PROFILED = -fprofile-use -Wno-missing-profile $(COPIES)
# The loop is laid out by hand.
$(BUILD)/src/vm/run.o: PROFILED =
$(CORE_OBJ): | $(PROFILER)/taken
endif
$(PROFILER)/taken:
	@echo "  PROFILE"
	@mkdir -p $(PROFILER)
	@for f in Makefile src include providers apps tools; do ln -sfn $(CURDIR)/$$f $(PROFILER)/$$f; done
	@$(MAKE) --no-print-directory -C $(PROFILER) PROFILE=no PROFILED=-fprofile-generate LDFLAGS="$(LDFLAGS) -fprofile-generate" $(BUILD)/natrix
	@bench/train.sh $(PROFILER)/$(BUILD)/natrix
	@cd $(PROFILER)/$(BUILD) && find src -name '*.gcda' -exec cp --parents {} $(CURDIR)/$(BUILD) \;
	@touch $@

$(BUILD)/libnatrix_core.a: $(CORE_OBJ)
	@rm -f $@
	@echo "  AR $@"
	@$(AR) rcs $@ $^

$(BUILD)/mkimage: $(BUILD)/tools/image/mkimage.o $(BUILD)/tools/image/share.o $(BUILD)/tools/image/order.o \
		$(BUILD)/tools/image/pack.o $(BUILD)/tools/image/no_image.o $(BUILD)/providers/pages_$(PAGES).o $(BUILD)/libnatrix_core.a
	@echo "  LD $@"
	@$(CC) $(CFLAGS) $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ -lm

# The boot image is the same whichever build made it.
$(BUILD)/natrix.image: $(BUILD)/mkimage $(FROZEN_SRC)
	@echo "  IMAGE $@"
	@$(BUILD)/mkimage $@.tmp src/lib/py $(FROZEN) && mv $@.tmp.bare $@.bare && mv $@.tmp $@

IMAGE = $(BUILD)/natrix.image
$(BUILD)/image.o: tools/image/image.S $(IMAGE)
	@mkdir -p $(dir $@)
	@$(CC) -DIMAGE_FILE='"$(IMAGE).bare"' -c $< -o $@

$(BUILD)/libnatrix.a: $(CORE_OBJ) $(LIB_OBJ)
	@rm -f $@
	@echo "  AR $@"
	@$(AR) rcs $@ $^

# The tables of natives are pointers, each to be relocated: 0.29 MB less in packed form, which asks for
# binutils 2.38 and glibc 2.36. Packed if a program linked so runs.
PACK = -Wl,-z,pack-relative-relocs
$(BUILD)/link_flags:
	@mkdir -p $(BUILD)
	@echo 'static int x; int *const p = &x; int main(void) { return *p; }' > $@.c
	@if $(CC) $(CFLAGS) $(MODE_FLAGS) $(PIC) $(LDFLAGS) $(PACK) -Wl,--fatal-warnings -o $@.try $@.c 2> /dev/null \
		&& $@.try; then echo '$(PACK)' > $@; else echo > $@; fi
	@rm -f $@.c $@.try

$(BUILD)/libnatrix.so: $(CORE_OBJ) $(LIB_OBJ) | $(BUILD)/link_flags
	@echo "  LD $@"
	@$(CC) $(CFLAGS) $(MODE_FLAGS) $(LDFLAGS) $$(cat $(BUILD)/link_flags) -shared \
		-Wl,-soname,libnatrix.so.$(VERSION) -o $@ $^ -lm

$(BUILD)/natrix: $(CLI_OBJ) $(BUILD)/libnatrix.a | $(BUILD)/link_flags
	@echo "  LD $@"
	@$(CC) $(CFLAGS) $(MODE_FLAGS) $(LDFLAGS) $$(cat $(BUILD)/link_flags) -o $@ $^ -lm

# AddressSanitizer, UndefinedBehaviorSanitizer and our own assertions; takes --mode.
debug:
	@$(MAKE) --no-print-directory BUILD=build-debug CFLAGS="-O1 -g" \
		MODE_FLAGS="-DNX_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined" \
		build-debug/natrix

# ---- installing ----
PREFIX = /usr/local
DESTDIR =
TO = $(DESTDIR)$(PREFIX)
VERSION := $(shell sed -n 's/^.define NX_VERSION_\(MAJOR\|MINOR\) //p' include/natrix.h | paste -sd.)
FILL = sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|'

install: all
	@install -d $(TO)/bin $(TO)/include $(TO)/lib/pkgconfig $(TO)/lib/cmake/natrix
	@install $(BUILD)/natrix $(TO)/bin/natrix
	@install -m 644 include/natrix.h include/natrix_caps.h $(TO)/include
	@install -m 644 $(BUILD)/libnatrix.a $(TO)/lib
	@install $(BUILD)/libnatrix.so $(TO)/lib/libnatrix.so.$(VERSION)
	@ln -sf libnatrix.so.$(VERSION) $(TO)/lib/libnatrix.so
	@$(FILL) tools/install/natrix.pc.in > $(TO)/lib/pkgconfig/natrix.pc
	@$(FILL) tools/install/natrixConfigVersion.cmake.in > $(TO)/lib/cmake/natrix/natrixConfigVersion.cmake
	@install -m 644 tools/install/natrixConfig.cmake $(TO)/lib/cmake/natrix

# ---- other compilers and targets: warnings are errors ----
CLANG = clang-19
STRICT = WARNINGS="$(WARNINGS) -Werror"
clang:
	@tools/need_packages.sh clang-19
	@$(MAKE) --no-print-directory $(STRICT) BUILD=build-clang CC="$(CLANG)" build-clang/everything

# The image is the native build's: the same bytes whichever build made it (make test-wasm looks).
wasm: $(BUILD)/natrix.image
	@tools/need_packages.sh clang-19 lld-19 llvm-19 wasi-libc libclang-rt-19-dev-wasm32
	@$(MAKE) --no-print-directory $(STRICT) BUILD=build-wasm CC="$(CLANG) --target=wasm32-wasi" AR=llvm-ar-19 \
		CFLAGS="-O2" LDFLAGS="-s -Wl,--stack-first -Wl,-z,stack-size=4194304" PIC= PAGES=heap \
		IMAGE=$(BUILD)/natrix.image build-wasm/natrix.wasm build-wasm/carry.wasm build-wasm/mkimage

$(BUILD)/%.wasm: $(BUILD)/%
	@cp $< $@

# The driver of the tests with snapshots.
$(BUILD)/carry: tests/snap/carry.c $(BUILD)/libnatrix.a
	@$(CC) $(CFLAGS) $(MODE_FLAGS) $(WARNINGS) -Iinclude $(LDFLAGS) -o $@ $^ -lm

# ---- tests ----
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/test_*.c)))

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libnatrix_core.a $(LIB_OBJ)
	@mkdir -p $(dir $@)
	@echo "  LD $@"
	@$(CC) $(BASE_FLAGS) $(CFLAGS) $(MODE_FLAGS) -o $@ $< $(BUILD)/libnatrix_core.a $(LIB_OBJ) -lcmocka -lm

$(BUILD)/everything: all $(UNIT)

# What a bare Debian lacks: installed when run by root, else named.
PACKAGES = libcmocka-dev python3
packages:
	@tools/need_packages.sh $(PACKAGES)

test: packages all $(UNIT) $(BUILD)/agent_loop $(BUILD)/fuzz_driver
	@tests/host/agent_loop.sh $(BUILD)/agent_loop examples/agent_loop
	@sh tests/host/look.sh $(BUILD)/natrix
	@sh tests/host/cli.sh $(BUILD)/natrix
	@python3 tools/test.py --quiet
	@python3 tools/fuzz/run.py --seed 1 --programs 2000 --if-installed

# Other builds leave out what tests/known-failures.txt names.
test-clang: all clang
	@cmp $(BUILD)/natrix.image build-clang/natrix.image
	@python3 tools/test.py --quiet --build build-clang --skip-known

# WASI knows no permissions of files.
WASM_LACKS = tests/py/files/paths_and_folders.py
WASM_RUN = node apps/wasm/natrix.mjs
test-wasm: all wasm $(BUILD)/carry
	@command -v node >/dev/null || tools/need_packages.sh nodejs
	@$(WASM_RUN) build-wasm/mkimage build-wasm/natrix.image src/lib/py $(FROZEN)
	@cmp $(BUILD)/natrix.image build-wasm/natrix.image
	@python3 tools/test.py --quiet --skip-known --kind py,sandbox --without $(WASM_LACKS) --served --program "$(WASM_RUN) build-wasm/natrix.wasm"
	@tests/snap/migrate.py $(BUILD)/carry "$(WASM_RUN) build-wasm/carry.wasm"
	@tests/snap/fixture.py $(BUILD)/carry "$(WASM_RUN) build-wasm/carry.wasm"

# A new image and snapshot for the test that continues older ones.
fixture: all $(BUILD)/carry
	@tests/snap/fixture.py --make $(BUILD)/carry $(BUILD)/mkimage

# The suite in each mode of the debug build: NAME~TIMES meets every program about TIMES times, so that a
# mode takes a minute or two. All of it, at every step: make modes-full.
MODES = pause~2000 snap~40 gc~80 pending
OOM = $(shell cat tests/oom.txt)
modes: all debug
	@for m in $(MODES); do echo "mode $$m"; \
	    python3 tools/test.py --kind py --mode $$m --quiet --skip-known --timeout 120 || exit 1; done
	@echo "mode oom"; python3 tools/test.py --kind py --mode oom:100000 --quiet --timeout 120 $(OOM)
modes-full: all debug
	@for m in pause:1 snap:1 gc:1 pending oom:1000; do echo "mode $$m"; \
	    python3 tools/test.py --kind py --mode $$m --quiet --skip-known --timeout 3600; done

# libFuzzer on one core for FUZZ_TIME seconds: fuzz-source, -snapshot, -json, -regex, -parse. What it
# finds goes to build-fuzz/; a crash leaves its input there.
FUZZ_TIME = 60
FUZZ_FLAGS = -DNX_DEBUG -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
FUZZ_MAKE = $(MAKE) --no-print-directory BUILD=build-fuzz CC="$(FUZZ_CC)" CFLAGS="-O1 -g" \
	MODE_FLAGS="$(FUZZ_FLAGS)"
FUZZ_CC = clang-19

fuzz-%: tests/fuzz/target_%.c
	@$(FUZZ_MAKE) build-fuzz/fuzz_$*
	@mkdir -p build-fuzz/corpus/$* tests/fuzz/corpus/$*
	@cd build-fuzz && ./fuzz_$* -max_total_time=$(FUZZ_TIME) -timeout=20 -rss_limit_mb=4096 \
		-dict=../tests/fuzz/python.dict -print_final_stats=0 corpus/$* ../tests/fuzz/corpus/$*

# The parser's target brings an arena of its own: that of the library is not linked then.
$(BUILD)/fuzz_%: tests/fuzz/target_%.c $(BUILD)/libnatrix.a
	@$(CC) $(BASE_FLAGS) $(CFLAGS) $(MODE_FLAGS) -fsanitize=fuzzer -o $@ $^ -lm

CHECK_PACKAGES = clang-format clang-19 pkg-config cmake
check: all
	@tools/need_packages.sh $(CHECK_PACKAGES)
	@python3 tools/check_all.py

expect:
	@python3 tools/expect.py

# Natives that allocate in proportion to their input, each with too little memory.
sweep: all
	@tests/host/sweep_memory.py $(BUILD)/natrix

# Random programs in CPython 3.14 and here: `make fuzz`, or tools/fuzz/run.py with a seed and a count.
$(BUILD)/fuzz_driver: tests/fuzz/driver.c $(BUILD)/libnatrix.a
	@echo "  LD $@"
	@$(CC) $(BASE_FLAGS) $(WARNINGS) $(CFLAGS) $(MODE_FLAGS) $(LDFLAGS) -o $@ $^ -lm

fuzz: $(BUILD)/fuzz_driver
	@python3 tools/fuzz/run.py --seed 1 --programs 4000

# Which syntax, opcodes, exceptions and natives the programs reach: docs/fuzzing.md.
fuzz-coverage: all
	@$(MAKE) --no-print-directory BUILD=build-cov CFLAGS="-O1 --coverage" LDFLAGS="--coverage" build-cov/fuzz_driver
	@python3 tools/fuzz/run.py --coverage --seed 1 --programs 1500

# Speed against CPython, and what a host pays: the tables of docs/performance.md. BENCH: more words
# for bench/run.py, such as --folder DIR.
BENCH = --write
bench: all $(BUILD)/bench_inproc
	@python3 bench/run.py --inproc $(BENCH)
	@python3 bench/run.py --startup $(BENCH)
	@python3 bench/run.py $(BENCH)

# CPython's own tests, from where it is installed ($CPYTHON_TESTS): the table docs/conformance.md. NAMES: only those files.
conformance: all
	@python3 tests/cpython/run.py --program $(BUILD)/natrix $(if $(NAMES),-v $(NAMES),--write)

# Every operation of the builtin types on its own; MICRO are options of bench/micro.py, such as "-g list --above 1.0".
micro: all
	@python3 bench/micro.py $(MICRO)

$(BUILD)/bench_inproc: bench/inproc.c $(BUILD)/libnatrix.a
	@$(CC) $(CFLAGS) -Wall -Wextra -Iinclude -o $@ $^ -lm

docs:
	@python3 tools/gen_bytecode.py

demo: all $(BUILD)/agent_loop
	@$(BUILD)/agent_loop examples/agent_loop

$(BUILD)/agent_loop: examples/agent_loop/main.c $(BUILD)/libnatrix.a
	@$(CC) $(CFLAGS) -Wall -Wextra -Iinclude -o $@ $^ -lm

clean:
	rm -rf build build-*

-include $(CORE_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(LIB_OBJ:.o=.d) $(wildcard $(BUILD)/tools/image/*.d)
.PHONY: all conformance docs install debug clang wasm clean sweep test test-clang test-wasm modes modes-full check expect bench micro demo fuzz fuzz-coverage fixture packages
.SECONDARY:
