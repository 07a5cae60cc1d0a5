# The list of verbs: `make help`. Plain make: the library and the program in build/.
CC = gcc
AR = ar
CFLAGS_COMMON = -std=gnu11 -Isrc -Iinclude -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -ffp-contract=off -fno-strict-aliasing
CFLAGS = -O2 -g
MODE_FLAGS =
BUILD = build

CORE_SRC := $(sort $(wildcard src/*/*.c src/lib/re/*.c))
CORE_OBJ := $(CORE_SRC:%.c=$(BUILD)/%.o)
CLI_SRC := $(sort $(wildcard apps/cli/*.c providers/*.c))
CLI_OBJ := $(CLI_SRC:%.c=$(BUILD)/%.o)

all: $(BUILD)/natrix

$(BUILD)/%.o: %.c
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS_COMMON) $(CFLAGS) $(MODE_FLAGS) -MMD -MP -c $< -o $@

$(BUILD)/src/vm/run.o: CFLAGS += -fno-gcse -fno-crossjumping

$(BUILD)/libnatrix_core.a: $(CORE_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/natrix: $(CLI_OBJ) $(BUILD)/libnatrix_core.a
	$(CC) $(CFLAGS) $(MODE_FLAGS) -o $@ $^ -lm

debug:
	@$(MAKE) --no-print-directory BUILD=build-debug CFLAGS="-O1 -g" \
		MODE_FLAGS="-DNX_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined" all

clean:
	rm -rf build build-*

-include $(CORE_OBJ:.o=.d) $(CLI_OBJ:.o=.d)
.PHONY: all debug clean
