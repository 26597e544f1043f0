// The library that Debian packages, as the tests name it.
#pragma once

#include "sim/config/technology.h"
#include "sim/netlist/cell_library.h"

namespace macroscope {

inline constexpr const char* kOsu018 = "/usr/share/qflow/tech/osu018/osu018_stdcells.lib";
inline constexpr const char* kOsu018Verilog = "/usr/share/qflow/tech/osu018/osu018_stdcells.v";

inline CellLibrary Osu018() { return OpenCellLibrary({kOsu018}, {}); }

inline Technology Osu018Technology() {
  Technology technology;
  technology.name = "osu018";
  technology.model = "synthesis";
  technology.liberty = {kOsu018};
  return technology;
}

}  // namespace macroscope
