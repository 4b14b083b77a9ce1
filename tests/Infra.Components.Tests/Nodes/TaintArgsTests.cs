using Infra.Components.Nodes;
using Infra.Core.Nodes;

namespace Infra.Components.Tests.Nodes;

public sealed class TaintArgsTests
{
    [Theory]
    [InlineData(TaintEffect.NoSchedule)]
    [InlineData(TaintEffect.PreferNoSchedule)]
    [InlineData(TaintEffect.NoExecute)]
    public void A_taint_comes_back_as_it_was(TaintEffect effect)
    {
        var taint = new Taint("team", "vision", effect);

        Assert.Equal(taint, TaintArgs.From(taint).ToTaint());
    }

    [Fact]
    public void An_effect_that_Kubernetes_doesn_t_know_is_refused() => Assert.Equal(
        "taint 'team': effect 'NO_SCHEDULE' is none of NoSchedule, PreferNoSchedule, NoExecute",
        Assert.Throws<ArgumentException>(() => new TaintArgs { Key = "team", Effect = "NO_SCHEDULE" }.ToTaint()).Message);

    [Fact]
    public void A_reference_holds_the_whole_contract_of_a_pool()
    {
        var reference = Samples.GpuPool("t4", Samples.Spot);

        Assert.Equal(("t4", "nvidia.com/gpu"), (reference.Name, reference.DeviceResource));
        Assert.Equal([new("gpu-inference/pool", "t4")], reference.Selector.ToArray());
        Assert.Equal([new Taint("nvidia.com/gpu", "present", TaintEffect.NoSchedule), Samples.Spot], reference.Taints.Select(taint => taint.ToTaint()));
    }
}
