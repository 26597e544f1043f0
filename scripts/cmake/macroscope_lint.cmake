# The sources' checks, as tests that ctest runs beside the others: clang-format on all of them at
# once, clang-tidy file by file. The tools are looked for when the tests run.
file(GLOB_RECURSE lint_sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/models/*.cc ${PROJECT_SOURCE_DIR}/sim/*.cc)
# Compiled at run time, against what Verilator writes then.
list(FILTER lint_sources EXCLUDE REGEX "^sim/cosim/dut/")
file(GLOB_RECURSE lint_all CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/models/*.h ${PROJECT_SOURCE_DIR}/sim/*.h
  ${PROJECT_SOURCE_DIR}/tests/*.h ${PROJECT_SOURCE_DIR}/tests/*.cc)

add_test(NAME clang-format
  COMMAND clang-format --dry-run --Werror ${lint_sources} ${lint_all}
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(clang-format PROPERTIES LABELS lint)
# The commands that it reads are GCC's, with warnings that clang does not have; options that it does
# not have (MACROSCOPE_QUICK_COPIES) it takes for errors, and so reads the commands without them.
set(lint_commands ${PROJECT_BINARY_DIR}/lint)
file(MAKE_DIRECTORY ${lint_commands})
set(cut "s/ -mmem[a-z]*-strategy=[^ ]*//g")
add_test(NAME clang-tidy-commands
  COMMAND sh -c "sed '${cut}' ../compile_commands.json > compile_commands.json"
  WORKING_DIRECTORY ${lint_commands})
set_tests_properties(clang-tidy-commands PROPERTIES LABELS lint FIXTURES_SETUP clang_tidy_commands)
foreach(source IN LISTS lint_sources)
  add_test(NAME clang-tidy.${source}
    COMMAND clang-tidy -p ${lint_commands} --quiet --extra-arg=-Wno-unknown-warning-option
      ${PROJECT_SOURCE_DIR}/${source})
  set_tests_properties(clang-tidy.${source} PROPERTIES LABELS lint
    FIXTURES_REQUIRED clang_tidy_commands)
endforeach()
