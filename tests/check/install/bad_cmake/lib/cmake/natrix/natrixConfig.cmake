add_library(natrix::natrix SHARED IMPORTED)
