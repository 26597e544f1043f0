# What takes longer to optimise than it will ever take to run.
set(MACROSCOPE_QUICK_TO_BUILD -O1)

# macroscope_compile_together(<target> [<files>])
# Ten files together, or so many, read their headers once, which is most of compiling them. A file
# with a name of its own that another has too sets SKIP_UNITY_BUILD_INCLUSION.
function(macroscope_compile_together name)
  set(files 10 ${ARGN})
  list(POP_BACK files count)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${count})
endfunction()

# GCC copies and clears 129 to 8192 bytes, and a Bits has 256, by x86's string instructions, which
# take several times as long as the C library does.
include(CheckCXXCompilerFlag)
set(strategies "-mmemcpy-strategy=libcall:-1:noalign;-mmemset-strategy=libcall:-1:noalign")
check_cxx_compiler_flag("${strategies}" MACROSCOPE_HAS_COPY_STRATEGIES)
set(MACROSCOPE_QUICK_COPIES "$<$<BOOL:${MACROSCOPE_HAS_COPY_STRATEGIES}>:${strategies}>")

# macroscope_library(<name> [COLD] SOURCES <file.cc>... [LINKS <target>...])
# One folder of the flow as the library macroscope::<name>. Its LINKS are the only folders that its
# files may include. COLD: nothing in it is called a million times.
function(macroscope_library name)
  cmake_parse_arguments(arg "COLD" "" "SOURCES;LINKS" ${ARGN})
  add_library(macroscope_${name} STATIC ${arg_SOURCES})
  add_library(macroscope::${name} ALIAS macroscope_${name})
  target_include_directories(macroscope_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  # GCC 12 takes alternatives of a variant that a visit rules out for read all the same.
  target_compile_options(macroscope_${name} PRIVATE -Wall -Wextra -Wshadow -Wconversion
                                                    -Wno-sign-conversion -Wno-maybe-uninitialized
                                                    -Werror ${MACROSCOPE_QUICK_COPIES})
  if(arg_COLD)
    target_compile_options(macroscope_${name} PRIVATE ${MACROSCOPE_QUICK_TO_BUILD})
    macroscope_compile_together(macroscope_${name})
  endif()
  target_link_libraries(macroscope_${name} PUBLIC ${arg_LINKS})
endfunction()

# What tests, and what they share, are compiled with.
function(macroscope_test_options name)
  # Partial designated initializers are meant; ASSERT_* after `if` is GoogleTest's; the last three are
  # false alarms of GCC 12 on strings.
  target_compile_options(${name} PRIVATE -Wall -Wextra -Wshadow -Wno-missing-field-initializers
                                             -Wno-dangling-else -Wno-restrict -Wno-array-bounds
                                             -Wno-stringop-overflow -Werror
                                             ${MACROSCOPE_QUICK_TO_BUILD})
  target_compile_definitions(${name} PRIVATE MACROSCOPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()

# The header that most of a test's compilation goes into, read once for all tests. An executable, as
# it is compiled as they are.
function(macroscope_test_headers)
  file(CONFIGURE OUTPUT test_headers.cc CONTENT "int main() {}")
  add_executable(macroscope_test_headers ${CMAKE_CURRENT_BINARY_DIR}/test_headers.cc)
  macroscope_test_options(macroscope_test_headers)
  target_link_libraries(macroscope_test_headers PRIVATE GTest::gtest)
  target_precompile_headers(macroscope_test_headers PRIVATE <gtest/gtest.h>)
endfunction()

# macroscope_test(<name> SOURCES <file.cc>... LINKS <target>... [LABEL <label>] [DATA])
# One GoogleTest executable whose cases ctest knows one by one. LABEL defaults to `unit`.
function(macroscope_test name)
  cmake_parse_arguments(arg "" "LABEL" "SOURCES;LINKS" ${ARGN})
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  add_executable(${name} ${arg_SOURCES})
  macroscope_test_options(${name})
  macroscope_compile_together(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} GTest::gtest GTest::gtest_main)
  target_precompile_headers(${name} REUSE_FROM macroscope_test_headers)
  target_compile_options(${name} PRIVATE -fpch-preprocess)  # For ccache.
  gtest_discover_tests(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT 600 DISCOVERY_TIMEOUT 60)
endfunction()
