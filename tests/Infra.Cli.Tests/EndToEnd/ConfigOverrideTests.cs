using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary><c>--config</c>, <c>--config-path</c> and <c>--config-file</c>, as the Pulumi CLI has them.</summary>
public sealed class ConfigOverrideTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("--config", "gpu-inference:namespace=vision")]
    [InlineData("--config", "namespace=vision")]
    [InlineData("-c", "namespace=vision")]
    public async Task A_value_is_set_on_top_of_the_file(string option, string setting)
    {
        var plan = await PlanAsync(option, setting);

        Assert.Equal(new PlanValue.String("vision"), plan.Resources[0].Outputs!["namespace"]);
    }

    [Fact]
    public async Task The_last_of_two_wins_and_a_value_may_hold_an_equals_sign()
    {
        var plan = await PlanAsync("-c", "namespace=other", "-c", "namespace=vision", "-c", "aws:profile=a=b");

        Assert.Equal(new PlanValue.String("vision"), plan.Resources[0].Outputs!["namespace"]);
    }

    [Fact]
    public async Task A_structured_value_is_json_text()
    {
        var plan = await PlanAsync("-c", """cluster={"kubeconfig": {"context": "k3d-demo"}}""");

        Assert.Equal(new PlanValue.String("k3d-demo"), plan.Resources[0].Outputs!["clusterName"]);
    }

    [Fact]
    public async Task A_path_leads_into_a_structured_value()
    {
        var plan = await PlanAsync("--config-path", "-c", "cluster.kubeconfig.context=k3d-demo", "-c", "models[0].replicas=3", "-c", "pools[0].existingNodes.labels[\"a.b/c\"]=007");
        var deployment = plan.Named("image-classifier-deployment");
        var spec = Assert.IsType<PlanValue.Object>(deployment.Inputs["spec"]).Properties;

        Assert.Equal(new PlanValue.String("k3d-demo"), plan.Resources[0].Outputs!["clusterName"]);
        Assert.Equal(new PlanValue.Number(3), spec["replicas"]);
        Assert.Contains("\"a.b/c\": \"007\"", PlanJson.ToText(plan));
    }

    [Fact]
    public async Task A_path_may_append_one_entry()
    {
        var plan = await PlanAsync(
            "--config-path", "-c", "models[1].name=second", "-c", "models[1].runtime=tensorflow-serving", "-c", "models[1].source=https://models.example/b.tar.gz",
            "-c", "models[1].size=1Gi", "-c", "models[1].pools[0]=cpu", "-c", "models[1].resources.cpu=1", "-c", "models[1].resources.memory=1Gi");

        Assert.Equal(2, plan.Resources.Count(resource => resource.Type == "gpu-inference:index:InferenceService"));
    }

    [Theory]
    [InlineData("gpu-inference:modles=[]", "--config gpu-inference:modles: unknown key; did you mean 'models'?")]
    [InlineData("token=hunter2", "--config gpu-inference:token: unknown key; there are: aws, cluster, network, systemPool, budget, adopt, namespace, pools, edgePools, storage, models, monitoring, accelerators, nodeAutoscaling, huggingFaceToken")]
    [InlineData("gpu-infrence:models=[]", "--config gpu-infrence:models: 'gpu-infrence:models' belongs to no namespace that is read here; did you mean 'gpu-inference:models'?")]
    [InlineData("a:b:c=1", "--config a:b:c: 'a:b:c' is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own")]
    [InlineData("models=[{", "--config gpu-inference:models: a list was expected, but the value is no valid JSON (line 1, byte 3); write JSON: --config 'models=…'")]
    [InlineData("models=", "--config gpu-inference:models: a list was expected, but the value is empty; write JSON: --config 'models=…'")]
    [InlineData("models=3", "--config gpu-inference:models: a list was expected, but found the number 3; write a list, even of one entry")]
    [InlineData("models=x", "--config gpu-inference:models: a list was expected, but the value is no valid JSON (line 1, byte 1); write JSON: --config 'models=…'")]
    [InlineData("aws={\"region\": 3, \"accountId\": \"123456789012\"}", "--config gpu-inference:aws.region: a string was expected, but found the number 3; put it in quotes")]
    [InlineData("gpu-inference:pools[0].name=t5", "--config gpu-inference:pools[0].name: this key leads into a structured value; add --config-path, or set the whole value as JSON")]
    [InlineData("pools.name=t5", "--config pools.name: this key leads into a structured value; add --config-path, or set the whole value as JSON")]
    [InlineData("a key=1", "--config gpu-inference:[\"a key\"]: unknown key; there are: aws, cluster, network, systemPool, budget, adopt, namespace, pools, edgePools, storage, models, monitoring, accelerators, nodeAutoscaling, huggingFaceToken")]
    [InlineData("namespace=In Ference", "--config gpu-inference:namespace: 'In Ference' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("pulumi:disable-default-providers=aws", "--config pulumi:disable-default-providers: 'aws' was found; a list of package names is required, such as [aws, kubernetes], or ['*'] for all")]
    public async Task A_wrong_value_is_said_to_come_from_the_command_line(string setting, string problem) =>
        await RefusedAsync(problem, "--config", setting);

    [Theory]
    [InlineData("models[0].pools[0]=a10", "--config gpu-inference:models[0].pools[0]: 'a10' is not a pool; there are: cpu")]
    [InlineData("pools[0].existingNodes.labels[\"x\"]=1", "--config gpu-inference:pools[0].existingNodes.labels.x: a string was expected, but found the number 1; a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: --config 'pools=[…]'")]
    [InlineData("monitoring.prometheusOperator.namespace=true", "--config gpu-inference:monitoring.prometheusOperator.namespace: a string was expected, but found true; a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: --config 'monitoring={…}'")]
    [InlineData("models[0].replicas=4294967296", "--config gpu-inference:models[0].replicas: a whole number was expected, but found the number 4294967296; write a number between -2147483648 and 2147483647")]
    [InlineData("models[0].pools=cpu", "--config gpu-inference:models[0].pools: a list was expected, but found the string 'cpu'; a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: --config 'models=[…]'")]
    [InlineData("models=x", "--config gpu-inference:models: a list was expected, but the value is no valid JSON (line 1, byte 1); write JSON: --config 'models=…'")]
    [InlineData("models[0].replica=2", "--config gpu-inference:models[0].replica: unknown key; did you mean 'replicas'?")]
    [InlineData("models[0].replicas=01", "--config gpu-inference:models[0].replicas: a whole number was expected, but found the string '01'; a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: --config 'models=[…]'")]
    [InlineData("models[2].name=x", "--config models[2].name: gpu-inference:models has 1 entry; the next is [1]")]
    [InlineData("models.name=x", "--config models.name: gpu-inference:models is a list; write an index such as [0] instead of 'name'")]
    [InlineData("cluster[0]=x", "--config cluster[0]: gpu-inference:cluster is an object; write the name of a key instead of [0]")]
    [InlineData("models[0].name.first=x", "--config models[0].name.first: gpu-inference:models[0].name is neither an object nor a list; nothing can be set inside it")]
    [InlineData("models[x]=1", "--config models[x]: '[x]' is no path; write .name, [\"any name\"] or [0] for each step")]
    [InlineData("[0]=1", "--config [0]: '' is not a configuration key; write NAMESPACE:NAME, or NAME for this project's own")]
    [InlineData("models[0].resources.secure=AAAB", "--config gpu-inference:models[0].resources.secure: unknown key; allowed: cpu, memory")]
    public async Task A_wrong_path_is_too(string setting, string problem) => await RefusedAsync(problem, "--config-path", "--config", setting);

    [Fact]
    public async Task What_is_missing_in_an_entry_that_a_path_made_is_the_command_lines()
    {
        var result = await _checkout.RunAsync("config", "check", "local", "--config-path", "-c", "monitoring.prometheusOperator.namespac=m");

        Assert.Equal(
            """
            error: 1 problem in Pulumi.local.yaml and --config:
              --config gpu-inference:monitoring.prometheusOperator.namespac: unknown key; did you mean 'namespace'?

            """,
            result.Error);
    }

    [Fact]
    public async Task Problems_of_the_file_stay_the_files()
    {
        _checkout.Replace("Pulumi.local.yaml", "pools: [cpu]", "pools: [gpu]");
        var result = await _checkout.RunAsync("config", "check", "local", "-c", "namespace=A", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            {
              "file": "Pulumi.local.yaml",
              "problems": [
                {
                  "path": "--config gpu-inference:namespace",
                  "message": "'A' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends"
                },
                {
                  "path": "gpu-inference:models[0].pools[0]",
                  "message": "'gpu' is not a pool; did you mean 'cpu'? there are: cpu"
                }
              ]
            }

            """,
            result.Output);
    }

    [Fact]
    public async Task Without_problems_both_are_named()
    {
        var result = await _checkout.RunAsync("config", "check", "local", "-c", "namespace=vision");

        Assert.Equal((0, "Pulumi.local.yaml and --config: no problems\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Another_file_may_hold_the_environment()
    {
        _checkout.Write("elsewhere/kind.yaml", File.ReadAllText(_checkout.Path("Pulumi.local.yaml")));
        var result = await _checkout.RunAsync("preview", "pr-7", "--config-file", _checkout.Path("elsewhere/kind.yaml"), "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(PlanJson.Read(new StringReader(result.Output)).Resources, resource => Assert.Equal("pr-7", resource.Urn.Stack));
    }

    [Fact]
    public async Task Another_file_is_named_where_it_is_wrong()
    {
        _checkout.Write("elsewhere/kind.yaml", "config:\n  gpu-inference:pool: []\n  gpu-inference:cluster: {kubeconfig: {context: a}}\n");
        var result = await _checkout.RunAsync("config", "check", "pr-7", "--config-file", _checkout.Path("elsewhere/kind.yaml"));

        Assert.Equal((2, "", "error: 1 problem in kind.yaml:\n  gpu-inference:pool: unknown key; did you mean 'pools'?\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Another_file_that_is_missing()
    {
        var result = await _checkout.RunAsync("preview", "pr-7", "--config-file", "nowhere.yaml");

        Assert.Equal((2, "", "error: --config-file: there is no file 'nowhere.yaml'\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task The_number_of_an_account_is_set_as_json()
    {
        const string Setting = "aws.accountId=210987654321";
        var refused = await _checkout.RunAsync("config", "check", "dev", "--config-path", "-c", Setting);
        var accepted = await _checkout.RunAsync("config", "check", "dev", "--config-path", "-c", """aws={"region": "us-west-2", "accountId": "210987654321"}""");

        Assert.Equal(
            """
            error: 1 problem in Pulumi.dev.yaml and --config:
              --config gpu-inference:aws.accountId: a string was expected, but found the number 210987654321; a path sets true, false, whole numbers without a leading zero, and text; for anything else set the whole value as JSON: --config 'aws={…}'

            """,
            refused.Error);
        Assert.Equal((0, "Pulumi.dev.yaml and --config: no problems\n", ""), (accepted.ExitCode, accepted.Output, accepted.Error));
    }

    [Fact]
    public async Task A_name_that_no_stack_can_have()
    {
        var result = await _checkout.RunAsync("preview", "pr/7", "--config-file", _checkout.Path("Pulumi.local.yaml"));

        Assert.Equal((2, "", "error: 'pr/7' can't be the name of an environment; allowed are 1 to 100 letters, digits, '-', '_' and '.'\n"), (result.ExitCode, result.Output, result.Error));
    }

    private async Task<Plan> PlanAsync(params string[] options)
    {
        var result = await _checkout.RunAsync(["preview", "local", "--json", .. options]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return PlanJson.Read(new StringReader(result.Output));
    }

    private async Task RefusedAsync(string problem, params string[] options)
    {
        foreach (var command in (string[][])[["preview", "local"], ["config", "check", "local"]])
        {
            var result = await _checkout.RunAsync([.. command, .. options]);

            Assert.Equal((2, "", $"error: 1 problem in Pulumi.local.yaml and --config:\n  {problem}\n"), (result.ExitCode, result.Output, result.Error));
        }
    }
}
