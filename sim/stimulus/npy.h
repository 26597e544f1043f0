// Tensors from NumPy's .npy files (format versions 1 to 3).
#pragma once

#include <filesystem>
#include <vector>

namespace macroscope {

// All values of the tensor in the order of the file: flattened, whatever its shape, C or Fortran
// order. Takes float32, float16 and int8, little-endian. Throws BuildError, naming the file, for
// another type, an empty tensor, a value that is not finite, a file that is cut or no .npy.
std::vector<float> ReadNpy(const std::filesystem::path& file);

}  // namespace macroscope
