// Lists every member of every struct of a result once, which is why it is one file.
#include "sim/sweep/result_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/base/build_error.h"

#include "sim/config/design_keys.h"

namespace macroscope {
namespace {

using Json = nlohmann::ordered_json;

// One list of a struct's members serves both directions: it is called with a Writer or a Reader.
struct Writer {
  Json& json;
  template <typename T>
  void operator()(const char* key, const T& value) const {
    json[key] = ToValue(value);
  }
  template <typename T>
  static Json ToValue(const T& value);
  template <typename T>
  static Json ToValue(const std::optional<T>& value) {
    return value ? ToValue(*value) : Json(nullptr);
  }
  template <typename T>
  static Json ToValue(const std::vector<T>& values) {
    Json list = Json::array();
    for (const T& value : values) list.push_back(ToValue(value));
    return list;
  }
};

struct Reader {
  const Json& json;
  template <typename T>
  void operator()(const char* key, T& value) const {
    FromValue(json.at(key), value);
  }
  template <typename T>
  static void FromValue(const Json& json, T& value);
  template <typename T>
  static void FromValue(const Json& json, std::optional<T>& value) {
    value.reset();
    if (!json.is_null()) FromValue(json, value.emplace());
  }
  template <typename T>
  static void FromValue(const Json& json, std::vector<T>& values) {
    values.clear();
    for (const Json& element : json) FromValue(element, values.emplace_back());
  }
};

template <typename Self, typename T>
concept Is = std::is_same_v<std::remove_const_t<Self>, T>;

template <Is<Check> Self>
void Members(Self& check, const auto& visit) {
  visit("engines", check.engines);
  visit("extent", check.extent);
  visit("cases", check.cases);
}

template <Is<Energy> Self>
void Members(Self& energy, const auto& visit) {
  visit("internal_fj", energy.internal_fj);
  visit("switching_fj", energy.switching_fj);
  visit("clock_fj", energy.clock_fj);
  visit("leakage_fj", energy.leakage_fj);
  visit("glitch_fj", energy.glitch_fj);
}

template <Is<StageCost> Self>
void Members(Self& stage, const auto& visit) {
  visit("stage", stage.stage);
  visit("is_register", stage.is_register);
  visit("group", stage.group);
  visit("gates", stage.gates);
  visit("area_um2", stage.area_um2);
  visit("delay_ps", stage.delay_ps);
  visit("energy", stage.energy);
}

template <Is<Provenance> Self>
void Members(Self& provenance, const auto& visit) {
  visit("model", provenance.model);
  visit("technology", provenance.technology);
  visit("tools", provenance.tools);
  visit("liberty", provenance.liberty);
  visit("liberty_hash", provenance.liberty_hash);
}

template <Is<Cost> Self>
void Members(Self& cost, const auto& visit) {
  visit("gates", cost.gates);
  visit("area_um2", cost.area_um2);
  visit("flat_area_um2", cost.flat_area_um2);
  visit("register_area_um2", cost.register_area_um2);
  visit("delay_ps", cost.delay_ps);
  visit("clock_period_ps", cost.clock_period_ps);
  visit("slack_ps", cost.slack_ps);
  visit("effort", cost.effort);
  visit("energy_fj", cost.energy_fj);
  visit("energy", cost.energy);
  visit("energy_operations", cost.energy_operations);
  visit("register_bits", cost.register_bits);
  visit("breakdown", cost.breakdown);
  visit("provenance", cost.provenance);
  visit("notes", cost.notes);
}

template <Is<CheckedCost> Self>
void Members(Self& checked, const auto& visit) {
  visit("checks", checked.checks);
  visit("cost", checked.cost);
}

template <Is<DesignText> Self>
void Members(Self& design, const auto& visit) {
  for (const auto& key : DesignKeys()) visit(key.name.c_str(), design.*key.field);
}

template <Is<MacCost> Self>
void Members(Self& cost, const auto& visit) {
  visit("gates", cost.gates);
  visit("area_um2", cost.area_um2);
  visit("energy_fj", cost.energy_fj);
}

template <Is<PointResult> Self>
void Members(Self& point, const auto& visit) {
  visit("name", point.name);
  visit("design", point.design);
  visit("technology", point.technology);
  visit("workload", point.workload);
  visit("ok", point.ok);
  visit("error", point.error);
  visit("is_baseline", point.is_baseline);
  visit("ratio", point.ratio);
  visit("energy_ratio", point.energy_ratio);
  visit("operand_bits", point.operand_bits);
  visit("latency_cycles", point.latency_cycles);
  visit("loop_registers", point.loop_registers);
  visit("checks", point.checks);
  visit("cost", point.cost);
  visit("per_mac", point.per_mac);
}

template <Is<UsedWorkload> Self>
void Members(Self& workload, const auto& visit) {
  visit("name", workload.name);
  visit("text", workload.text);
}

template <Is<SweepResult> Self>
void Members(Self& result, const auto& visit) {
  visit("title", result.title);
  visit("file", result.file);
  visit("command", result.command);
  visit("version", result.version);
  visit("counts_registers", result.counts_registers);
  visit("workloads", result.workloads);
  visit("published", result.published);
  visit("points", result.points);
}

template <typename T>
Json Writer::ToValue(const T& value) {
  if constexpr (requires { Members(value, Writer{std::declval<Json&>()}); }) {
    Json json = Json::object();
    Members(value, Writer{json});
    return json;
  } else {
    return value;
  }
}

template <typename T>
void Reader::FromValue(const Json& json, T& value) {
  if constexpr (requires { Members(value, Reader{json}); }) {
    Members(value, Reader{json});
  } else {
    json.get_to(value);
  }
}

template <typename T>
T Parse(std::string_view text, const std::string& origin) {
  T value;
  try {
    Reader::FromValue(Json::parse(text), value);
  } catch (const nlohmann::json::exception& error) {
    throw BuildError(fmt::format("{}: not a result of macroscope: {}", origin, error.what()));
  }
  return value;
}

}  // namespace

std::string ToJson(const SweepResult& result) { return Writer::ToValue(result).dump(1) + "\n"; }
std::string ToJson(const std::vector<Check>& checks) { return Writer::ToValue(checks).dump(1); }
std::string ToJson(const CheckedCost& cost) { return Writer::ToValue(cost).dump(1); }

SweepResult ResultFromJson(std::string_view json, const std::string& origin) {
  return Parse<SweepResult>(json, origin);
}
std::vector<Check> ChecksFromJson(std::string_view json, const std::string& origin) {
  return Parse<std::vector<Check>>(json, origin);
}
CheckedCost CheckedCostFromJson(std::string_view json, const std::string& origin) {
  return Parse<CheckedCost>(json, origin);
}

}  // namespace macroscope
