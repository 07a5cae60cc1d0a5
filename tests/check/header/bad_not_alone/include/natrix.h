uint32_t nx_version(void);
