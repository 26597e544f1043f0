# Installs BUILD into a new prefix, builds docs/example against it, and compares what it prints with
# docs/example/output.txt.
set(prefix ${BUILD}/tests/install/prefix)
set(example ${BUILD}/tests/install/example)
file(REMOVE_RECURSE ${prefix} ${example})

execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
foreach(absent models/systemc/stage.h models/batch/float_kernel.h sim)
  if(EXISTS ${prefix}/include/macroscope/${absent})
    message(FATAL_ERROR "${absent} is installed, and should not be")
  endif()
endforeach()
# Nothing that is installed may point back to where it was built.
file(GLOB_RECURSE configs ${prefix}/*.cmake)
foreach(config IN LISTS configs)
  file(STRINGS ${config} lines)
  foreach(place ${SOURCE} ${BUILD})
    string(FIND "${lines}" "${place}/" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${config} names ${place}")
    endif()
  endforeach()
endforeach()

execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${SOURCE}/docs/example -B ${example} -G ${GENERATOR}
          -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${COMPILER}
          -DCMAKE_CXX_FLAGS=-Wall\ -Wextra\ -Werror
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${example}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${example}/example OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
file(READ ${SOURCE}/docs/example/output.txt expected)
if(NOT output STREQUAL expected)
  message(FATAL_ERROR "docs/example/output.txt is not what the example prints:\n${output}")
endif()
