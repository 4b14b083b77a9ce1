using System.Reflection;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Infra.TestKit;

namespace Infra.Core.Tests.Nodes;

public sealed class TaintEffectsTests
{
    [Theory]
    [InlineData(TaintEffect.NoSchedule, "NoSchedule", "NO_SCHEDULE")]
    [InlineData(TaintEffect.PreferNoSchedule, "PreferNoSchedule", "PREFER_NO_SCHEDULE")]
    [InlineData(TaintEffect.NoExecute, "NoExecute", "NO_EXECUTE")]
    public void Each_effect_has_two_spellings(TaintEffect effect, string kubernetes, string eks)
    {
        Assert.Equal(kubernetes, effect.ToKubernetes());
        Assert.Equal(eks, effect.ToEks());
        Assert.Equal(effect, TaintEffects.FromKubernetes(kubernetes));
    }

    [Theory]
    [InlineData("NO_SCHEDULE")]
    [InlineData("noSchedule")]
    [InlineData("")]
    public void Other_spellings_name_no_effect(string text) => Assert.Null(TaintEffects.FromKubernetes(text));

    [Fact]
    public void Values_outside_the_enum_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TaintEffect)3).ToKubernetes());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TaintEffect)3).ToEks());
    }

    [Fact]
    public void The_configuration_spells_an_effect_as_Kubernetes_does() => Assert.All(
        Enum.GetValues<TaintEffect>(),
        effect => Assert.Equal(
            effect.ToKubernetes(),
            typeof(TaintEffect).GetField(effect.ToString())!.GetCustomAttribute<WireNameAttribute>()!.Name));

    [SkippableFact]
    public void Spellings_of_EKS_are_those_of_its_API()
    {
        var known = SharedFacts.ReadJson("data/aws-enums.json")["services"]!["eks"]!["TaintEffect"]!.Values<string>();

        Assert.Equal(known.Order(), Enum.GetValues<TaintEffect>().Select(effect => effect.ToEks()).Order());
    }
}
