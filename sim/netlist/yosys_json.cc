// Yosys' JSON to a Netlist. Within a module Yosys numbers the bits of nets; bits of one number are
// one net. Elaboration gives each bit of each instance of a module a net of the whole design. Where
// a module connects two of its ports directly, or a port to a constant, nets of its parent turn out
// to be one: a union-find over nets keeps track of that. Long for
// one file, but these passes share the numbers of nets and mean nothing apart.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "sim/base/build_error.h"
#include "sim/netlist/netlist.h"

namespace macroscope {
namespace {

using Json = nlohmann::json;

class Elaborator {
 public:
  Elaborator(const std::filesystem::path& file, const Json& modules, Netlist& out)
      : file_(file), modules_(modules), out_(out), parent_{kNetZero, kNetOne} {}

  void Run() {
    const Json& top = Module(out_.top, "the design");
    LocalNets local;
    for (const auto& [name, port] : top.at("ports").items()) {
      const std::string direction = port.at("direction");
      if (direction == "inout") Fail(fmt::format("port {} is an inout", name), "none is expected");
      NetlistPort made{name, direction == "input", {}};
      for (const Json& bit : port.at("bits")) made.nets.push_back(NetOf(bit, local));
      out_.ports.push_back(std::move(made));
    }
    Elaborate(top, "", local, 0);
    Number();
    CheckDrivers();
  }

 private:
  using LocalNets = std::unordered_map<int, int>;  // A module's bit number -> net.

  [[noreturn]] void Fail(const std::string& what, std::string_view right) const {
    throw BuildError(fmt::format("{}: {}; {}", file_.string(), what, right));
  }

  const Json& Module(const std::string& name, std::string_view user) const {
    const auto it = modules_.find(name);
    if (it == modules_.end()) {
      Fail(fmt::format("{} is the module {}, which is not there", user, name),
           "the netlist is incomplete");
    }
    return *it;
  }

  int Root(int net) {
    while (parent_[net] != net) net = parent_[net] = parent_[parent_[net]];
    return net;
  }

  // Constants stay the roots of what they join.
  void Join(int left, int right) {
    left = Root(left);
    right = Root(right);
    if (left == right) return;
    if (left <= kNetOne && right <= kNetOne)
      Fail("0 and 1 are connected", "one driver is expected");
    parent_[std::max(left, right)] = std::min(left, right);
  }

  int NetOf(const Json& bit, LocalNets& local) {
    if (bit.is_string()) return bit.get_ref<const std::string&>() == "1" ? kNetOne : kNetZero;
    const auto [it, is_new] = local.emplace(bit.get<int>(), static_cast<int>(parent_.size()));
    if (is_new) parent_.push_back(it->second);
    return it->second;
  }

  void Elaborate(const Json& module, const std::string& path, LocalNets& local, int depth) {
    if (depth > 64) Fail("modules nest too deeply", "a module must not contain itself");
    for (const auto& [name, cell] : module.at("cells").items()) {
      const std::string& type = cell.at("type").get_ref<const std::string&>();
      const Json& connections = cell.at("connections");
      if (const LibertyCell* known = out_.library->Find(type); known != nullptr) {
        AddInstance(*known, path, name, connections, local);
      } else if (modules_.contains(type)) {
        const Json& child = modules_.at(type);
        LocalNets inner;
        for (const auto& [port, description] : child.at("ports").items()) {
          Connect(description.at("bits"), inner, connections, port, local);
        }
        Elaborate(child, path.empty() ? name : path + "." + name, inner, depth + 1);
      } else {
        Fail(fmt::format("instance {} is a {}, which library {} lacks",
                         path.empty() ? name : path + "." + name, type, out_.library->name()),
             "map the design to the cells of that library");
      }
    }
  }

  void Connect(const Json& inner_bits, LocalNets& inner, const Json& connections,
               const std::string& port, LocalNets& outer) {
    const auto outside = connections.find(port);
    if (outside == connections.end()) return;
    for (std::size_t i = 0; i < inner_bits.size() && i < outside->size(); ++i) {
      Join(NetOf(inner_bits[i], inner), NetOf((*outside)[i], outer));
    }
  }

  void AddInstance(const LibertyCell& cell, const std::string& path, const std::string& name,
                   const Json& connections, LocalNets& local) {
    NetlistInstance instance{&cell, path, name, std::vector<int>(cell.pins.size(), -1)};
    for (const auto& [pin, bits] : connections.items()) {
      const LibertyPin* known = cell.FindPin(pin);
      if (known == nullptr || bits.size() > 1) {
        Fail(fmt::format("instance {} connects pin {}, which cell {} lacks", instance.FullName(),
                         pin, cell.name),
             "netlist and library must belong together");
      }
      if (!bits.empty()) instance.nets[known - cell.pins.data()] = NetOf(bits[0], local);
    }
    out_.instances.push_back(std::move(instance));
  }

  // Gives the joined nets consecutive numbers, in the order of their first use.
  void Number() {
    std::vector<int> number(parent_.size(), -1);
    number[kNetZero] = kNetZero;
    number[kNetOne] = kNetOne;
    const auto renumber = [&](std::vector<int>& nets) {
      for (int& net : nets) {
        if (net < 0) continue;
        int& known = number[Root(net)];
        if (known < 0) known = out_.net_count++;
        net = known;
      }
    };
    for (NetlistPort& port : out_.ports) renumber(port.nets);
    for (NetlistInstance& instance : out_.instances) renumber(instance.nets);
  }

  void CheckDrivers() const {
    std::vector<std::string> driver(out_.net_count);
    driver[kNetZero] = "constant 0";
    driver[kNetOne] = "constant 1";
    const auto drive = [&](int net, const std::string& who) {
      if (!driver[net].empty()) {
        Fail(fmt::format("{} and {} drive one net", driver[net], who), "one driver is expected");
      }
      driver[net] = who;
    };
    for (const NetlistPort& port : out_.ports) {
      if (!port.is_input) continue;
      for (const int net : port.nets) drive(net, "input " + port.name);
    }
    for (const NetlistInstance& instance : out_.instances) {
      for (std::size_t i = 0; i < instance.nets.size(); ++i) {
        const LibertyPin& pin = instance.cell->pins[i];
        if (pin.direction == PinDirection::kOutput && instance.nets[i] >= 0) {
          drive(instance.nets[i], instance.FullName() + "/" + pin.name);
        }
      }
    }
    const auto require = [&](int net, const std::string& who) {
      if (driver[net].empty()) Fail(who + " is driven by nothing", "one driver is expected");
    };
    for (const NetlistPort& port : out_.ports) {
      for (const int net : port.nets) require(net, "port " + port.name);
    }
    for (const NetlistInstance& instance : out_.instances) {
      for (std::size_t i = 0; i < instance.nets.size(); ++i) {
        const LibertyPin& pin = instance.cell->pins[i];
        if (pin.direction != PinDirection::kInput) continue;
        if (instance.nets[i] < 0) {
          Fail(instance.FullName() + "/" + pin.name + " is not connected", "one net is expected");
        }
        require(instance.nets[i], instance.FullName() + "/" + pin.name);
      }
    }
  }

  const std::filesystem::path& file_;
  const Json& modules_;
  Netlist& out_;
  std::vector<int> parent_;
};

}  // namespace

Netlist ReadYosysJson(const std::filesystem::path& file, std::string_view top,
                      std::shared_ptr<const Library> library) {
  std::ifstream stream(file);
  if (!stream) {
    throw BuildError(fmt::format("{}: cannot be read; a netlist is expected", file.string()));
  }
  Netlist netlist;
  netlist.library = std::move(library);
  netlist.top = top;
  try {
    const Json json = Json::parse(stream);
    Elaborator(file, json.at("modules"), netlist).Run();
  } catch (const Json::exception& error) {
    throw BuildError(
        fmt::format("{}: is not a netlist as Yosys writes it: {}; map the design again",
                    file.string(), error.what()));
  }
  return netlist;
}

}  // namespace macroscope
