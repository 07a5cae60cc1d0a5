# Targets: natrix::natrix, the shared library, and natrix::static.
get_filename_component(natrix_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET natrix::natrix)
    add_library(natrix::natrix SHARED IMPORTED)
    set_target_properties(natrix::natrix PROPERTIES
        IMPORTED_LOCATION "${natrix_prefix}/lib/libnatrix.so"
        INTERFACE_INCLUDE_DIRECTORIES "${natrix_prefix}/include")
    add_library(natrix::static STATIC IMPORTED)
    set_target_properties(natrix::static PROPERTIES
        IMPORTED_LOCATION "${natrix_prefix}/lib/libnatrix.a"
        INTERFACE_INCLUDE_DIRECTORIES "${natrix_prefix}/include"
        INTERFACE_LINK_LIBRARIES m)
endif()
unset(natrix_prefix)
