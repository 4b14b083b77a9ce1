using System.Text;
using System.Text.RegularExpressions;
using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.Planning.Json;
using Infra.TestKit;

namespace Infra.Cli.Tests.Secrets;

/// <summary>Passwords that the program makes itself: what the engine invents for one stands in no rendered file and in no plan, not in base64 either.</summary>
public sealed partial class GeneratedPasswordTests
{
    [Fact]
    public async Task None_is_shown_by_any_environment()
    {
        var passwords = 0;
        var findings = new List<string>();
        foreach (var name in RenderedEnvironment.All)
        {
            var environment = await RenderedEnvironment.OfAsync(name);
            passwords += environment.Plan.Resources.Count(resource => resource.Type == "random:index/randomPassword:RandomPassword");
            findings.AddRange(environment.Files.SelectMany(file => Leaks($"{name}: {file.Key}", file.Value)));
            findings.AddRange(Leaks($"{name}: the rendered plan", PlanJson.ToText(environment.Plan)));
        }

        Assert.True(passwords > 0, "no environment makes a password");
        Findings.None(findings);
    }

    [Theory]
    [InlineData("password: prediction-store-password-result-invented-0123456789")]
    [InlineData("password: monitoring-grafana-password-bcrypthash-invented-0123456789")]
    [InlineData("data: {password: cHJlZGljdGlvbi1zdG9yZS1wYXNzd29yZC1yZXN1bHQtaW52ZW50ZWQtMDEyMzQ1Njc4OQ==}")]
    public void What_is_shown_is_found(string text) => Assert.Single(Leaks("a", text));

    private static IEnumerable<string> Leaks(string place, string text) =>
        Invented().IsMatch(text) || Base64().Matches(text).Any(match => Invented().IsMatch(Decoded(match.Value))) ? [$"{place} has a generated password"] : [];

    private static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    // As embedded/Pulumi/Engine/Rendered/InventedText.cs names what it invents for an output: resource, output, "invented".
    [GeneratedRegex("-password-(result|bcrypthash)-invented-", RegexOptions.IgnoreCase)]
    private static partial Regex Invented();

    [GeneratedRegex("[A-Za-z0-9+/]{40,}={0,2}")]
    private static partial Regex Base64();
}
