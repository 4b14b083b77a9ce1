using System.Text.RegularExpressions;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The preview of the shipped environments, as a user sees it.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("local")]
    public async Task Every_resource_is_one_line_of_the_tree(string environment)
    {
        var result = await _checkout.RunAsync("preview", environment);
        var resources = (await ShippedPlans.OfAsync(environment)).Resources;

        Assert.Equal((0, ShippedPlans.Warnings(environment)), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n').Where(line => Regex.IsMatch(line, @"^ \+ .* create$")).ToArray();
        Assert.Equal(resources.Count, lines.Length);
        Assert.All(resources, resource => Assert.Contains(lines, line => line.Contains($" {resource.Name} ", StringComparison.Ordinal)));
        Assert.Contains($"\nResources:\n    + {resources.Count} to create\n", result.Output);
    }

    [Fact]
    public async Task The_text_of_dev()
    {
        var result = await _checkout.RunAsync("preview", "dev");

        Assert.Contains("kubernetes:apps/v1:Deployment", result.Output);
        Golden.Match(result.Output, "preview.dev.txt");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("local")]
    public async Task Json_is_one_document_the_same_at_each_run_and_read_back_to_the_same_bytes(string environment)
    {
        var first = await _checkout.RunAsync("preview", environment, "--json");
        using var elsewhere = new Checkout();
        var second = await elsewhere.RunAsync("preview", environment, "--json");

        Assert.Equal((0, ShippedPlans.Warnings(environment)), (first.ExitCode, first.Error));
        Assert.Equal(first.Output, second.Output);
        Assert.Equal(first.Output, PlanJson.ToText(PlanJson.Read(new StringReader(first.Output))));
        Assert.DoesNotContain(_checkout.Path(""), first.Output);
    }

    [Theory]
    [InlineData("dev", "buckets={ models = Unknown { } } clusterName=gpu-inference-dev endpoints={ assistant = http://assistant.inference.svc:8000/v1, image-classifier = http://image-classifier.inference.svc:8501/v1/models/image-classifier } grafanaPassword=Secret { } namespace=inference")]
    [InlineData(
        "prod",
        "buckets={ models = Unknown { } } clusterName=gpu-inference-prod endpoints={ deepseek-r1 = http://deepseek-r1.inference.svc:8000/v1, "
        + "deepseek-r1-distill-70b = http://deepseek-r1-distill-70b.inference.svc:8000/v1, document-reader = http://document-reader.inference.svc:8000/v2, "
        + "image-classifier = http://image-classifier.inference.svc:8501/v1/models/image-classifier, nlp-pipeline = http://nlp-pipeline-transformer.inference.svc/v2, "
        + "recommender = http://recommender.inference.svc:8000 } grafanaPassword=Secret { } namespace=inference "
        + "publicEndpoints={ document-reader = https://models.internal.example.com/document-reader/v2, image-classifier = https://models.example.com/image-classifier/v1/models/image-classifier } "
        + "registry=http://mlflow.inference:5000 replicaBuckets={ models = Unknown { } } replicaKeys={ models = Unknown { } }")]
    [InlineData("local", "buckets={ } clusterName=kind-kind endpoints={ image-classifier = http://image-classifier.inference.svc:8501/v1/models/image-classifier } grafanaPassword=Secret { } namespace=inference")]
    public async Task The_stack_has_its_outputs(string environment, string outputs)
    {
        var stack = (await ShippedPlans.OfAsync(environment)).Resources[0];

        Assert.Equal(outputs, string.Join(' ', stack.Outputs!.Select(output => $"{output.Key}={Shown(output.Value)}")));
    }

    [Fact]
    public async Task What_only_an_update_tells_is_unknown_and_the_rest_is_not()
    {
        var plan = await ShippedPlans.OfAsync("dev");
        var kubernetes = plan.Named("kubernetes").Inputs;

        Assert.IsType<PlanValue.Unknown>(kubernetes["kubeconfig"]);
        Assert.Equal(new PlanValue.String("arn:aws:eks:us-west-2:123456789012:cluster/gpu-inference-dev"), kubernetes["clusterIdentifier"]);
        Assert.IsType<PlanValue.Unknown>(plan.Named("t4-node-group").Inputs["nodeRoleArn"]);
        Assert.Equal(new PlanValue.String("gpu-inference-dev-t4"), plan.Named("t4-node-group").Inputs["nodeGroupName"]);
        Assert.Equal(["scalingConfig.desiredSize"], plan.Named("t4-node-group").Options.IgnoreChanges);
    }

    [Fact]
    public async Task The_classifier_is_bound_to_its_pool_and_its_autoscaler_owns_the_replicas()
    {
        var deployment = (await ShippedPlans.OfAsync("dev")).Named("image-classifier-deployment");
        var spec = Properties(deployment.Inputs["spec"]);
        var pod = Properties(Properties(spec["template"])["spec"]);

        Assert.DoesNotContain("replicas", spec.Keys);
        Assert.Equal("{ gpu-inference/pool = t4 }", Shown(pod["nodeSelector"]));
        Assert.Equal("[{ effect = NoSchedule, key = nvidia.com/gpu, operator = Exists }]", Shown(pod["tolerations"]));
    }

    [Fact]
    public async Task The_project_may_be_renamed_without_renaming_every_key()
    {
        _checkout.Replace("Pulumi.yaml", "name: gpu-inference", "name: vision");
        var result = await _checkout.RunAsync("preview", "local", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(PlanJson.Read(new StringReader(result.Output)).Resources, resource => Assert.Equal("vision", resource.Urn.Project));
    }

    private static ValueMap Properties(PlanValue value) => Assert.IsType<PlanValue.Object>(value).Properties;

    private static string Shown(PlanValue value) => value switch
    {
        PlanValue.String text => text.Value,
        PlanValue.List list => $"[{string.Join(", ", list.Items.Select(Shown))}]",
        PlanValue.Object { Properties.Count: 0 } => "{ }",
        PlanValue.Object map => $"{{ {string.Join(", ", map.Properties.Select(entry => $"{entry.Key} = {Shown(entry.Value)}"))} }}",
        _ => value.ToString(),
    };
}
