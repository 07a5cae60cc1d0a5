// agent_loop: a real agent loop embedded in a C program. The model's replies are recorded
// (conversation.json); the controller (controller.py) is Python as a model would write it; its tools
// are the host functions below.
//
//     agent_loop FOLDER             run the loop
//     agent_loop FOLDER --calls     dump, continue in a new process, after every host call
//     agent_loop FOLDER --steps N   the same after every N steps
//
// The host keeps no state of its own: the conversation, the memory and the list of effects are
// values held in the guest's heap, out of the guest's reach, so a snapshot carries them along.
#define _GNU_SOURCE
#include <natrix.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HELD_CONVERSATION = 1, HELD_MEMORY, HELD_EFFECTS, HELD_CLOCK };

static const char *folder;
static bool stop_after_calls;

static char *read_file(const char *name, size_t *len) {
    char path[1024];
    snprintf(path, sizeof path, "%s%s%s", name[0] == '/' ? "" : folder, name[0] == '/' ? "" : "/",
             name);
    FILE *f = fopen(path, "rb");
    if (!f) { return NULL; }
    char *text = calloc(1, 1 << 22);
    *len = text ? fread(text, 1, (1 << 22) - 1, f) : 0;
    fclose(f);
    return text;
}

// Every host call leaves a line that the guest cannot forge.
static void record(nx_vm *vm, const char *tool, nx_value detail) {
    nx_value pair[2] = {nx_str(vm, tool, -1), detail};
    nx_list_append(vm, nx_held(vm, HELD_EFFECTS), nx_list(vm, pair, 2));
    if (stop_after_calls) { nx_pause_after(vm, 0); }
}

// search(query, limit): names of the documents with most of the query's words, best first.
static nx_answer search(void *ctx, nx_vm *vm, nx_args *args) {
    const char *query;
    int64_t limit;
    (void)ctx;
    if (!nx_to_str(vm, nx_args_get(args, 0), &query, NULL) ||
        !nx_to_int(vm, nx_args_get(args, 1), &limit)) {
        return nx_args_raise(args, "TypeError", "search(query: str, limit: int)");
    }
    record(vm, "search", nx_args_get(args, 0));
    char path[1024];
    snprintf(path, sizeof path, "%s/documents", folder);
    struct dirent **names;
    int n = scandir(path, &names, NULL, alphasort);
    nx_value found = nx_list(vm, NULL, 0);
    for (int score = 8; score > 0; score--) {
        for (int i = 0; i < n; i++) {
            char doc[600], words[256];
            size_t len;
            snprintf(doc, sizeof doc, "documents/%s", names[i]->d_name);
            char *text = names[i]->d_name[0] == '.' ? NULL : read_file(doc, &len);
            if (!text) { continue; }
            int hits = 0;
            snprintf(words, sizeof words, "%s", query);
            for (char *save, *w = strtok_r(words, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
                hits += strcasestr(text, w) != NULL;
            }
            if (hits == score && nx_len(vm, found) < (size_t)limit) {
                nx_value item = nx_dict(vm);
                nx_dict_set(vm, item, "name", nx_str(vm, names[i]->d_name, -1));
                nx_dict_set(vm, item, "text", nx_str(vm, text, -1));
                nx_dict_set(vm, item, "score", nx_int(vm, hits));
                nx_list_append(vm, found, item);
            }
            free(text);
        }
    }
    for (int i = 0; i < n; i++) { free(names[i]); }
    if (n >= 0) { free(names); }
    return nx_return(found);
}

static nx_answer remember(void *ctx, nx_vm *vm, nx_args *args) {
    const char *key;
    (void)ctx;
    if (!nx_to_str(vm, nx_args_get(args, 0), &key, NULL)) {
        return nx_args_raise(args, "TypeError", "the key must be a str");
    }
    record(vm, "memory.put", nx_args_get(args, 0));
    nx_dict_set(vm, nx_held(vm, HELD_MEMORY), key, nx_args_get(args, 1));
    return nx_return(nx_none());
}

static nx_answer recall(void *ctx, nx_vm *vm, nx_args *args) {
    const char *key;
    (void)ctx;
    if (!nx_to_str(vm, nx_args_get(args, 0), &key, NULL)) {
        return nx_args_raise(args, "TypeError", "the key must be a str");
    }
    record(vm, "memory.get", nx_args_get(args, 0));
    nx_value v = nx_get(vm, nx_held(vm, HELD_MEMORY), key);
    if (v) { return nx_return(v); }
    return nx_args_raise(args, "KeyError", key);
}

// A clock that ticks once a question, so that the output is always the same.
static nx_answer now(void *ctx, nx_vm *vm, nx_args *args) {
    int64_t t = 0;
    (void)ctx, (void)args;
    nx_to_int(vm, nx_item(vm, nx_held(vm, HELD_CLOCK), nx_len(vm, nx_held(vm, HELD_CLOCK)) - 1),
              &t);
    nx_list_append(vm, nx_held(vm, HELD_CLOCK), nx_int(vm, t + 60));
    record(vm, "now", nx_int(vm, t));
    return nx_return(nx_int(vm, t));
}

// The model takes its time: answered in main, when the run is pending.
static nx_answer call_model(void *ctx, nx_vm *vm, nx_args *args) {
    (void)ctx, (void)vm, (void)args;
    return nx_later();
}

static void answer_model(nx_vm *vm, const nx_pending_info *call) {
    nx_value effects = nx_held(vm, HELD_EFFECTS), asked = nx_item(vm, call->args, 0);
    size_t turn = 0;
    for (size_t i = 0; i < nx_len(vm, effects); i++) {
        const char *tool = "";
        nx_to_str(vm, nx_item(vm, nx_item(vm, effects, i), 0), &tool, NULL);
        turn += strcmp(tool, "call_model") == 0;
    }
    nx_value reply = nx_item(vm, nx_held(vm, HELD_CONVERSATION), turn);
    const char *expected = NULL, *last = NULL;
    nx_value message = nx_item(vm, asked, nx_len(vm, asked) - 1);
    if (!reply || !nx_to_str(vm, nx_get(vm, reply, "expect"), &expected, NULL) || !message ||
        !nx_to_str(vm, nx_get(vm, message, "content"), &last, NULL) || !strstr(last, expected)) {
        fprintf(stderr, "turn %zu: the model was asked something else: %s\n", turn,
                last ? last : "?");
        exit(1);
    }
    record(vm, "call_model", nx_int(vm, (int64_t)turn));
    nx_answer_value(vm, nx_get(vm, reply, "reply"));
}

static bool register_tools(nx_vm *vm) {
    return nx_register(vm, "tools.search", "query, limit=3", "Search the documents.", search,
                       NULL) &&
           nx_register(vm, "tools.remember", "key, value", "Keep a value.", remember, NULL) &&
           nx_register(vm, "tools.recall", "key", "Get a kept value.", recall, NULL) &&
           nx_register(vm, "tools.now", "", "Seconds.", now, NULL) &&
           nx_register(vm, "call_model", "messages", "Ask the model.", call_model, NULL);
}

// Freezes the guest into a file and goes on in a fresh process.
static void move_to_new_process(nx_vm *vm, char **argv) {
    void *bytes;
    size_t len;
    FILE *f = fopen("/tmp/agent_loop.snapshot", "wb");
    if (!f || !nx_dump(vm, &bytes, &len) || fwrite(bytes, 1, len, f) != len || fclose(f) != 0) {
        fprintf(stderr, "cannot write the snapshot\n");
        exit(1);
    }
    nx_free(bytes);
    char *args[] = {argv[0], argv[1], argv[2], argv[3] ? argv[3] : (char *)"0", (char *)"continue",
                    NULL};
    execv("/proc/self/exe", args);
    exit(1);
}

static nx_vm *begin(nx_engine *engine, nx_status *status) {
    size_t len;
    char *code = read_file("controller.py", &len), *talk = read_file("conversation.json", &len);
    nx_vm *vm = nx_vm_new(engine, NULL);
    if (!code || !talk || !vm || !register_tools(vm)) {
        fprintf(stderr, "cannot start: %s\n", vm && code && talk ? nx_error(vm)->message : folder);
        return NULL;
    }
    nx_value replies = nx_from_json(vm, talk, -1), start = nx_int(vm, 1000000);
    if (!replies || nx_hold(vm, replies) != HELD_CONVERSATION ||
        nx_hold(vm, nx_dict(vm)) != HELD_MEMORY ||
        nx_hold(vm, nx_list(vm, NULL, 0)) != HELD_EFFECTS ||
        nx_hold(vm, nx_list(vm, &start, 1)) != HELD_CLOCK) {
        return NULL;
    }
    *status = nx_run(vm, code, -1, "controller.py");
    free(code);
    free(talk);
    return vm;
}

static nx_vm *resume(nx_engine *engine, nx_status *status) {
    size_t len;
    const char *error = "cannot read the snapshot";
    char *bytes = read_file("/tmp/agent_loop.snapshot", &len);
    nx_vm *vm = bytes ? nx_load(engine, NULL, bytes, len, &error) : NULL;
    if (!vm || !register_tools(vm)) {
        fprintf(stderr, "%s\n", error);
        return NULL;
    }
    free(bytes);
    *status = nx_state(vm);
    return vm;
}

int main(int argc, char **argv) {
    folder = argc > 1 ? argv[1] : "examples/agent_loop";
    bool calls = stop_after_calls = argc > 2 && strcmp(argv[2], "--calls") == 0;
    bool loaded = argc > 4;
    int64_t steps = argc > 3 && !calls ? atoll(argv[3]) : 0;
    nx_engine *engine = nx_engine_new(NULL);
    nx_status status = NX_MISUSE;
    nx_vm *vm = !engine ? NULL : loaded ? resume(engine, &status) : begin(engine, &status);
    if (!vm) { return 1; }
    while (status == NX_PENDING || status == NX_PAUSED) {
        nx_pending_info call;
        if (status == NX_PENDING && nx_pending(vm, &call)) {
            if (calls && !loaded) { move_to_new_process(vm, argv); }
            answer_model(vm, &call);
        } else if ((steps || calls) && !loaded) {
            move_to_new_process(vm, argv);
        }
        loaded = false;
        nx_pause_after(vm, steps ? steps : -1);
        status = nx_resume(vm);
    }
    if (status != NX_DONE) {
        fprintf(stderr, "%s%s\n", nx_error(vm)->traceback, nx_error(vm)->message);
        return 1;
    }
    const char *state = nx_to_json(vm, nx_global(vm, "state"));
    printf("%s\n", state ? state : nx_error(vm)->message);
    const char *effects = nx_to_json(vm, nx_held(vm, HELD_EFFECTS));
    printf("effects: %s\n", effects ? effects : nx_error(vm)->message);
    printf("host calls: %llu\n", (unsigned long long)nx_get_usage(vm).host_calls);
    nx_vm_free(vm);
    nx_engine_free(engine);
    return 0;
}
