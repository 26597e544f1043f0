// A mapped design, its hierarchy resolved: instances of library cells and the nets between them.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/netlist/liberty.h"

namespace macroscope {

inline constexpr int kNetZero = 0;  // The net that is constant 0.
inline constexpr int kNetOne = 1;   // And constant 1.

struct NetlistPort {
  std::string name;
  bool is_input = false;
  std::vector<int> nets;  // Bit 0 first.
};

struct NetlistInstance {
  const LibertyCell* cell = nullptr;
  std::string path;       // The modules' instances above it, "u_multiply"; "" in the top module.
  std::string name;       // Within that module.
  std::vector<int> nets;  // In the order of cell->pins; -1 where a pin is not connected.

  std::string FullName() const { return path.empty() ? name : path + "." + name; }
  // The net of the pin of that name, which must be there.
  int Net(std::string_view pin) const;
};

struct Netlist {
  std::shared_ptr<const Library> library;
  std::string top;
  int net_count = 2;
  std::vector<NetlistPort> ports;
  std::vector<NetlistInstance> instances;

  // Or nullptr.
  const NetlistPort* FindPort(std::string_view name) const;
  double AreaUm2() const;
};

// Reads what Yosys' write_json wrote of a mapped design, hierarchical or flat; `top` is the module
// to elaborate. Undefined bits (x) read as 0. Throws BuildError naming the instance for a cell that
// the library lacks, a cell that it does not describe well enough, a pin that the cell lacks, and a
// net that has two drivers or none.
Netlist ReadYosysJson(const std::filesystem::path& file, std::string_view top,
                      std::shared_ptr<const Library> library);

// The netlist as one flat Verilog module of the same ports. Instance i is called `i<i>`, so that
// what a tool says of it leads back to instances[i].
std::string WriteVerilog(const Netlist& netlist);

}  // namespace macroscope
