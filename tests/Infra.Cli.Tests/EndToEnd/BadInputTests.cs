namespace Infra.Cli.Tests.EndToEnd;

/// <summary>Bad input ends with exit code 2, nothing on standard output and a message that says all of it, never with a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Dev = "Pulumi.dev.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("stagin", "error: there is no environment 'stagin'; there are: dev, local, prod\n")]
    [InlineData("prd", "error: there is no environment 'prd'; did you mean 'prod'? there are: dev, local, prod\n")]
    public async Task An_environment_without_a_file(string environment, string message) =>
        await RefusedAsync(message, environment);

    [Fact]
    public async Task No_project_file()
    {
        File.Delete(_checkout.Path("Pulumi.yaml"));
        await RefusedAsync($"error: there is no Pulumi.yaml in '{_checkout.Path("").TrimEnd('/')}' or above it\n  Start the command from a checkout of this repository: ./run\n");
    }

    [Theory]
    [InlineData("name: gpu-inference\n  runtime: dotnet\n", "line 2, column 10: while scanning a plain scalar value, found invalid mapping")]
    [InlineData("runtime: dotnet\n", "name: is missing; the project's name is required")]
    [InlineData("", "name: is missing; the project's name is required")]
    public async Task A_broken_project_file(string text, string problem)
    {
        _checkout.Write("Pulumi.yaml", text);
        await RefusedAsync($"error: 1 problem in Pulumi.yaml:\n  {problem}\n");
    }

    [Theory]
    [InlineData("config:\n  gpu-inference:pools: [t4\n", "line 3, column 1: while parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("config:\n\tgpu-inference:pools: []\n", "line 2, column 1: a tab indents this line; YAML allows spaces only")]
    [InlineData("- config\n", "line 1, column 1: a list was found; keys with values are required")]
    [InlineData("confg: {}\n", "line 1, column 1: unknown key 'confg' beside 'config'; did you mean 'config'?")]
    [InlineData("config: []\n", "line 1, column 9: 'config' is a list; a mapping of NAMESPACE:NAME to values is required")]
    [InlineData("config:\n  gpu-inference:cluster: {}\n  gpu-inference:cluster: {}\n", "line 3, column 3: mapping key \"gpu-inference:cluster\" already defined at line 2; keep one")]
    [InlineData("config:\n  gpu-inference:cluster: {secure: AAABAKhunter2}\n", "gpu-inference:cluster: the value is encrypted, but it is no secret, and a preview has to read it; write it as it is, without secure:")]
    [InlineData("config:\n  gpu-inference:cluster:\n", "gpu-inference:cluster: an object was expected, but found null; write a value, or remove the line")]
    [InlineData("config:\n  gpu-inference:cluster: &a {b: *a}\n", "line 2, column 33: anchor 'a' value contains itself; write the value in the place of *a")]
    public async Task A_broken_environment_file(string text, string problem)
    {
        _checkout.Write(Dev, text);
        await RefusedAsync($"error: 1 problem in Pulumi.dev.yaml:\n  {problem}\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("config:\n")]
    [InlineData("# nothing yet\n")]
    public async Task An_empty_environment_file(string text)
    {
        _checkout.Write(Dev, text);
        await RefusedAsync("error: 1 problem in Pulumi.dev.yaml:\n  gpu-inference:cluster: missing; say which cluster: cluster: {eks: …}, cluster: {existing: …} or cluster: {kubeconfig: {context: …}}\n");
    }

    [Theory]
    [InlineData("gpu-inference:budget:", "gpu-inference:budgt:", "gpu-inference:budgt: unknown key; did you mean 'budget'?")]
    [InlineData("capacityType: spot", "capacityTyp: spot", "gpu-inference:pools[0].capacityTyp: unknown key; did you mean 'capacityType'?")]
    [InlineData("capacity: {min: 0, max: 4}", "capacity: two", "gpu-inference:pools[0].capacity: an object was expected, but found the string 'two'; keys: min, max")]
    [InlineData("accountId: \"123456789012\"", "accountId: 123456789012", "gpu-inference:aws.accountId: a string was expected, but found the number 123456789012; put it in quotes")]
    [InlineData("protect: false\n\n", "version: 1.30\n\n", "gpu-inference:cluster.eks.version: a string was expected, but found the number 1.3; put it in quotes (without them 1.30 becomes 1.3)")]
    [InlineData("g4dn.2xlarge", "g4dn.2xlage", "gpu-inference:pools[0].instanceTypes[1]: 'g4dn.2xlage' is not in the catalogue of GPU instance types; did you mean 'g4dn.2xlarge'?")]
    [InlineData("g4dn.2xlarge", "quantum", "gpu-inference:pools[0].instanceTypes[1]: 'quantum' is not in the catalogue of GPU instance types; './run catalog instances' lists the types, of the families g4dn, g5, g5g, g6, g6e, g7e, gr6, inf1, inf2, p3, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300, trn1, trn1n, trn2")]
    [InlineData("pools: [t4]", "pools: []", "gpu-inference:models[0].pools: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("pools: [t4]", "pools: [a10]", "gpu-inference:models[0].pools[0]: 'a10' is not a pool; there are: t4")]
    [InlineData("      pools: [t4]\n", "", "gpu-inference:models[0].pools: missing; a list is required")]
    [InlineData("source: s3://models/image-classifier", "source: {secure: AAABAKhunter2}", "gpu-inference:models[0].source: a secret inside a structured value comes out in plain text; give it a top-level key of its own, or name an external store")]
    [InlineData("  gpu-inference:aws:\n", "  gpu-inference:namespace: In Ference\n\n  gpu-inference:aws:\n", "gpu-inference:namespace: 'In Ference' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    public async Task A_wrong_value(string found, string replacement, string problem)
    {
        _checkout.Replace(Dev, found, replacement);
        await RefusedAsync($"error: 1 problem in Pulumi.dev.yaml:\n  {problem}\n");
    }

    [Fact]
    public async Task Several_problems_in_one_run()
    {
        _checkout.Replace(Dev, "capacity: {min: 0, max: 4}", "capacity: {min: 4, max: 2}");
        _checkout.Replace(Dev, "pools: [t4]", "pools: [t5]");
        _checkout.Append(Dev, "\n  gpu-inference:model: []\n");

        await RefusedAsync(
            """
            error: 3 problems in Pulumi.dev.yaml:
              gpu-inference:pools[0].capacity.max: 2 is less than min, which is 4
              gpu-inference:models[0].pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4
              gpu-inference:model: unknown key; did you mean 'models'?

            """);
    }

    private async Task RefusedAsync(string message, string environment = "dev")
    {
        foreach (var arguments in (string[][])[["preview", environment], ["preview", environment, "--json"]])
        {
            var result = await _checkout.RunAsync(arguments);

            Assert.Equal(message, result.Error);
            Assert.Equal((2, ""), (result.ExitCode, result.Output));
        }
    }
}
