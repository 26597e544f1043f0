#include "sim/cosim/shared_object.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include "sim/base/build_error.h"

namespace macroscope {

void* LoadEntry(const std::filesystem::path& object, const char* entry) {
  void* handle = dlopen(object.c_str(), RTLD_NOW | RTLD_LOCAL);
  void* address = handle == nullptr ? nullptr : dlsym(handle, entry);
  if (address == nullptr) {
    throw BuildError(fmt::format("cannot load {}: {}; remove that folder and run again",
                                 object.string(), dlerror()));
  }
  return address;
}

}  // namespace macroscope
