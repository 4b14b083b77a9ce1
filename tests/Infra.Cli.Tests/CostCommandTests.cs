using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary><c>cost</c> and <c>explain cost</c>: options, and what goes where.</summary>
public sealed class CostCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Text_goes_to_standard_output()
    {
        var result = await RunAsync("cost --from -", Plan(keys: 2));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            x: $2.00 a month at minimum, $2.00 at maximum
            List prices of us-west-2 without tax, discounts, free tiers; 730 hours a month; ~ is an estimate.

            LINE   AT MINIMUM  AT MAXIMUM  QUANTITY AND PRICE
            keys        $2.00       $2.00  2 keys × $1.00
            total       $2.00       $2.00

            PAID BY USE, IN NO TOTAL  PRICE                      DEPENDS ON
            keys/requests             $0.03 per 10,000 requests  reads, writes of what they encrypt

            """,
            result.Output);
    }

    [Fact]
    public async Task A_base_is_compared_in_each_form()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        await File.WriteAllTextAsync(file, Plan(keys: 1));
        try
        {
            var text = await RunAsync($"cost --from - --base {file}", Plan(keys: 3));
            var json = await RunAsync($"cost --from - --base {file} --json", Plan(keys: 3));
            var markdown = await RunAsync($"cost --from - --base {file} --markdown", Plan(keys: 3));

            Assert.Contains($": +$2.00 a month at minimum, +$2.00 at maximum.\nLINE  AT MINIMUM  AT MAXIMUM  QUANTITY AND PRICE\nkeys      +$2.00      +$2.00  3 keys × $1.00, was 1 key\n", text.Output, StringComparison.Ordinal);
            Assert.Equal(2m, (decimal)JObject.Parse(json.Output)["delta"]!["atMaximum"]!);
            Assert.StartsWith("### Cost\n\n**+$2.00** a month at minimum, **+$2.00** at maximum: $3 to $3.\n", markdown.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("cost --from - --json --markdown", "--json and --markdown are two forms of the same; leave one out")]
    [InlineData("cost --from - --on tomorrow", "--on is 'tomorrow'; allowed: a day, such as 2027-04-01")]
    [InlineData("cost --from - --use 101", "--use is '101'; allowed: a whole number from 1 to 100")]
    [InlineData("cost --from - --use half", "--use is 'half'; allowed: a whole number, 1 or more")]
    [InlineData("explain cost keyz --from -", "there is no cost of 'x' called 'keyz'; did you mean 'keys'? there are: keys, keys/requests, total")]
    public async Task Wrong_use_is_said(string arguments, string expected)
    {
        var result = await RunAsync(arguments, Plan(keys: 1));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_explained() => Assert.StartsWith(
        "keys: keys of KMS\n  at minimum: 2 keys × $1.00 = $2.00\n  at maximum: 2 keys × $1.00 = $2.00\n  kms.key in us-west-2: $1.00 per key and month (aws-oregon-2026-09-19:\n",
        (await RunAsync("explain cost keys --from -", Plan(keys: 2))).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_explanation_as_JSON_has_that_line_and_no_other()
    {
        var document = JObject.Parse((await RunAsync("explain cost keys --from - --json", Plan(keys: 2))).Output);

        Assert.Equal(["keys"], document["lines"]!.Select(line => (string?)line["id"]));
        Assert.Equal((2m, 0, 0), ((decimal)document["lines"]![0]!["atMinimum"]!["usd"]!, ((JArray)document["usage"]!).Count, ((JArray)document["models"]!).Count));
        Assert.Equal(["keys"], JObject.Parse((await RunAsync("explain cost total --from - --json", Plan(keys: 2))).Output)["lines"]!.Select(line => (string?)line["id"]));
    }

    private Task<ProcessResult> RunAsync(string arguments, string input)
    {
        _cli.Input = input;
        return _cli.RunAsync(arguments.Split(' '));
    }

    private static string Plan(int keys)
    {
        const string Provider = "urn:pulumi:x::p::pulumi:providers:aws::aws";
        JObject[] resources =
        [
            Resource("urn:pulumi:x::p::pulumi:pulumi:Stack::p-x", null, null, []),
            Resource(Provider, "urn:pulumi:x::p::pulumi:pulumi:Stack::p-x", null, new JObject { ["region"] = "us-west-2" }),
            .. Enumerable.Range(1, keys).Select(i => Resource($"urn:pulumi:x::p::aws:kms/key:Key::k{i}", "urn:pulumi:x::p::pulumi:pulumi:Stack::p-x", Provider, [])),
        ];
        return new JObject { ["schemaVersion"] = 1, ["project"] = "p", ["stack"] = "x", ["resources"] = new JArray(resources) }.ToString();
    }

    private static JObject Resource(string urn, string? parent, string? provider, JObject inputs)
    {
        var parts = urn.Split("::");
        var resource = new JObject { ["urn"] = urn, ["type"] = parts[2], ["name"] = parts[3], ["inputs"] = inputs, ["dependencies"] = new JArray(), ["options"] = new JObject() };
        if (parent is not null)
        {
            resource["parent"] = parent;
        }

        if (provider is not null)
        {
            resource["provider"] = provider;
        }

        return resource;
    }
}
