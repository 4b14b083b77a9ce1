using FsCheck;
using FsCheck.Fluent;
using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;

namespace Infra.Cli.Tests.Mutations;

/// <summary>Whatever is set with <c>--config</c>, with paths or without, the answer is a verdict with places.</summary>
public sealed class MutatedOverridesTests : IDisposable
{
    private static readonly string[] _keys =
    [
        "cluster", "cluster.eks.version", "gpu-inference:pools[0].name", "pools[0].labels[\"a.b/c\"]", "pools[0]", "pools[1]", "pools[-1]", "pools[999999999]", "pools[9999999999]", "models[0].pools[0]",
        "network.cidr", "network.zones[0]", "nodeAutoscaling.kind", "accelerators", "aws.accountId", "budget", "namespace", "storage.buckets[0]", "adopt[\"x\"]", "aws:region", "pulumi:disable-default-providers",
        "a:b:c", "a:config:b", ":", "[0]", ".a", "a..b", "a[", "a[\"", "a[\"\\\"\"]", "é", "😀", "a key", "\u001b[2J", "\u202e", "-1", "--json", "@file", " ",
    ];

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void A_thousand_settings()
    {
        File.Copy(_checkout.Path("Pulumi.dev.yaml"), _checkout.Path("Pulumi.case.yaml"));
        var settings = from key in Gen.Elements(_keys)
                       from value in Gen.Elements<string>([.. Hostile.Values])
                       select $"--config={key}={value}";
        var cases = from arePaths in Gen.Elements(false, true)
                    from count in Gen.Choose(1, 3)
                    from all in settings.ListOf(count)
                    select (arePaths, all);
        Prop.ForAll(Arb.From(cases), one => Require(one.arePaths, one.all)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_261_122, 7));
    }

    private void Require(bool arePaths, IEnumerable<string> settings)
    {
        ProcessResult result = _checkout.RunAsync(["config", "check", "case", .. arePaths ? ["--config-path"] : Array.Empty<string>(), .. settings]).GetAwaiter().GetResult();
        Verdict.Require(result);
    }
}
