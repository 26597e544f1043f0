#include "models/convert/convert_codebook_laws.h"
#include "models/convert/convert_from_logarithm_laws.h"
#include "models/convert/convert_laws.h"
#include "models/convert/convert_to_log_posit_laws.h"
#include "models/convert/convert_to_logarithm_laws.h"
#include "models/convert/convert_to_posit_laws.h"
#include "models/design/conversion.h"
#include "models/systemc/assembly.h"
#include "models/systemc/systemc_units.h"

namespace macroscope {

std::unique_ptr<SystemcUnit> MakeSystemcConvert(const sc_core::sc_module_name& name,
                                                const Unit& unit) {
  switch (ConversionOf(unit.design())) {
    case Conversion::kToNumber:
      break;
    case Conversion::kToPosit:
      return Assemble<ConvertToPositLaws>(name, unit);
    case Conversion::kToLogarithm:
      return Assemble<ConvertToLogarithmLaws>(name, unit);
    case Conversion::kToLogPosit:
      return Assemble<ConvertToLogPositLaws>(name, unit);
    case Conversion::kFromLogarithm:
      return Assemble<ConvertFromLogarithmLaws>(name, unit);
    case Conversion::kToCodebook:
      return Assemble<ConvertToCodebookLaws>(name, unit);
    case Conversion::kFromCodebook:
      return Assemble<ConvertFromCodebookLaws>(name, unit);
  }
  return Assemble<ConvertLaws>(name, unit);
}

}  // namespace macroscope
