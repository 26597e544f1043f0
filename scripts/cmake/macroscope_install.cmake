# cmake --install: the models as libraries for other projects, found by find_package(macroscope).
# docs/how_to_use_the_library.md says how.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/macroscope)
foreach(name bits formats design reference tables models batch)
  set_target_properties(macroscope_${name} PROPERTIES EXPORT_NAME ${name})
  target_compile_features(macroscope_${name} INTERFACE cxx_std_20)
  install(TARGETS macroscope_${name} EXPORT macroscopeTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/macroscope)
endforeach()
install(EXPORT macroscopeTargets NAMESPACE macroscope:: DESTINATION ${package_dir})

# SystemC models need a SystemC of their user's; kernels are compiled into their library.
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/macroscope
  FILES_MATCHING PATTERN "*.h" PATTERN systemc EXCLUDE PATTERN "*_kernel.h" EXCLUDE
  REGEX "batch/[a-z_]*lanes[.]h$" EXCLUDE PATTERN "packed_products.h" EXCLUDE
  PATTERN "rounding_loop.h" EXCLUDE)

configure_package_config_file(scripts/cmake/macroscopeConfig.cmake.in macroscopeConfig.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(macroscopeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/macroscopeConfig.cmake
              ${PROJECT_BINARY_DIR}/macroscopeConfigVersion.cmake
        DESTINATION ${package_dir})
