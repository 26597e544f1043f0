// One factory a unit; each stands in models/systemc/<unit>_systemc.cc.
#pragma once

#include <memory>

#include "models/systemc/systemc_unit.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcIntMac(const sc_core::sc_module_name& name,
                                               const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcKulischMac(const sc_core::sc_module_name& name,
                                                   const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcFpFma(const sc_core::sc_module_name& name,
                                              const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcFpAdd(const sc_core::sc_module_name& name,
                                              const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcFpMul(const sc_core::sc_module_name& name,
                                              const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcIntAdd(const sc_core::sc_module_name& name,
                                               const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcIntMul(const sc_core::sc_module_name& name,
                                               const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcConvert(const sc_core::sc_module_name& name,
                                                const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcBlockDot(const sc_core::sc_module_name& name,
                                                 const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcBlockQuantize(const sc_core::sc_module_name& name,
                                                      const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcPositMul(const sc_core::sc_module_name& name,
                                                 const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcPositAdd(const sc_core::sc_module_name& name,
                                                 const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcPositFma(const sc_core::sc_module_name& name,
                                                 const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcPositQuireMac(const sc_core::sc_module_name& name,
                                                      const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcPositQuireRound(const sc_core::sc_module_name& name,
                                                        const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcElmaMac(const sc_core::sc_module_name& name,
                                                const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcLogAdd(const sc_core::sc_module_name& name,
                                               const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcLogMac(const sc_core::sc_module_name& name,
                                               const Unit& unit);
std::unique_ptr<SystemcUnit> MakeSystemcCodeSums(const sc_core::sc_module_name& name,
                                                 const Unit& unit);

}  // namespace macroscope
