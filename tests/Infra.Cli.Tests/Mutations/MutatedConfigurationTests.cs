using FsCheck;
using FsCheck.Fluent;
using Infra.Cli.Tests.EndToEnd;
using Infra.TestKit;

namespace Infra.Cli.Tests.Mutations;

/// <summary>Whatever stands in an environment's file, the answer is a plan or a list of problems with their places.</summary>
public sealed class MutatedConfigurationTests : IDisposable
{
    private const int Cases = 10_000;

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public void Ten_thousand_broken_environments() =>
        Prop.ForAll(MutatedCase.Any, found => RequireAsync(found.Text(), found.Mutations[0].With).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(20_261_122, 3));

    /// <param name="number">every twentieth is previewed too, every tenth checked twice.</param>
    private async Task RequireAsync(string text, int number)
    {
        _checkout.Write("Pulumi.case.yaml", text);
        var check = await _checkout.RunAsync("config", "check", "case");
        Verdict.Require(check);
        if (number % 10 == 0)
        {
            Assert.Equal(check, await _checkout.RunAsync("config", "check", "case"));
        }
        if (number % 20 == 0)
        {
            var preview = await _checkout.RunAsync("preview", "case");
            Assert.Equal(check.ExitCode, preview.ExitCode);
            if (check.ExitCode == 2)
            {
                Assert.Equal(check, preview);
            }
        }
    }
}
