using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class TolerationTests
{
    private static readonly Taint _gpu = new("nvidia.com/gpu", "present", TaintEffect.NoSchedule);

    [Theory]
    [InlineData("nvidia.com/gpu", TaintEffect.NoSchedule, true)]
    [InlineData("nvidia.com/gpu", null, true)]
    [InlineData("", TaintEffect.NoSchedule, true)]
    [InlineData("", null, true)]
    [InlineData("nvidia.com/gpu", TaintEffect.NoExecute, false)]
    [InlineData("spot", TaintEffect.NoSchedule, false)]
    [InlineData("", TaintEffect.NoExecute, false)]
    public void It_covers_by_key_and_effect(string key, TaintEffect? effect, bool covers) => Assert.Equal(covers, new Toleration(key, effect).Covers(_gpu));

    [Fact]
    public void That_of_a_taint_covers_it_whatever_its_value()
    {
        Assert.True(Toleration.Of(_gpu).Covers(_gpu with { Value = "true" }));
        Assert.True(Toleration.Everything.Covers(_gpu));
    }
}
