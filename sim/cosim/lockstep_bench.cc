#include "sim/cosim/lockstep_bench.h"

namespace macroscope {

LockstepSide::LockstepSide(const std::string& side_name)
    : name(side_name),
      ready((side_name + "_ready").c_str()),
      valid((side_name + "_valid").c_str()),
      z((side_name + "_z").c_str()) {}

void LockstepInputs::Write(const PortsIn& in) {
  rst_n.write(in.reset_n);
  valid.write(in.valid);
  ready.write(in.ready);
  clear.write(in.clear);
  a.write(in.a);
  b.write(in.b);
  c.write(in.c);
  r.write(in.r);
}

}  // namespace macroscope
