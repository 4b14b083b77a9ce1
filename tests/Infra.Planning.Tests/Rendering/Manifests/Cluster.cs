using Infra.Planning.Model;
using Infra.Planning.Rendering.Manifests;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Rendering.Manifests;

/// <summary>Plans with objects in a cluster.</summary>
internal static class Cluster
{
    public static readonly Urn Provider = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:kubernetes::k8s");

    public static Plan PlanOf(params PlannedResource[] resources) => new()
    {
        Project = "p",
        Stack = "dev",
        Resources =
        [
            new PlannedResource { Urn = Urn.Parse("urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev") },
            new PlannedResource { Urn = Provider },
            .. resources,
        ],
    };

    /// <summary>A plan whose provider of Kubernetes has these inputs.</summary>
    public static Plan PlanOf((string Key, PlanValue Value)[] provider, params PlannedResource[] resources)
    {
        var plan = PlanOf(resources);
        return plan with { Resources = [.. plan.Resources.Select(r => r.Urn == Provider ? r with { Inputs = Map(provider) } : r)] };
    }

    public static ManifestRendering Render(params PlannedResource[] resources) => ManifestRendering.Of(PlanOf(resources), PlanOf(resources));

    public static PlannedResource Object(string apiVersion, string kind, string name, string @namespace = "", params (string Key, PlanValue Value)[] more) =>
        Object(kind.ToLowerInvariant() + "-" + name, apiVersion, kind, name, @namespace, more);

    public static PlannedResource Object(string logical, string apiVersion, string kind, string name, string @namespace, (string Key, PlanValue Value)[] more)
    {
        (string, PlanValue)[] metadata = @namespace.Length == 0 ? [("name", Text(name))] : [("name", Text(name)), ("namespace", Text(@namespace))];
        return new PlannedResource
        {
            Urn = Urn.Parse($"urn:pulumi:dev::p::kubernetes:{(apiVersion.Contains('/') ? apiVersion : "core/" + apiVersion)}:{kind}::{logical}"),
            Provider = Provider,
            Inputs = Map([("apiVersion", Text(apiVersion)), ("kind", Text(kind)), ("metadata", SamplePlan.Object(metadata)), .. more]),
        };
    }

    public static PlannedResource Namespace(string name) => Object("v1", "Namespace", name);

    public static PlannedResource ConfigMap(string name, params (string Key, PlanValue Value)[] data) =>
        Object("v1", "ConfigMap", name, "ns", ("data", SamplePlan.Object(data)));

    public static PlannedResource Release(string name, params (string Key, PlanValue Value)[] options) => new()
    {
        Urn = Urn.Parse($"urn:pulumi:dev::p::kubernetes:helm.sh/v3:Release::{name}-release"),
        Provider = Provider,
        Inputs = Map([("name", Text(name)), ("namespace", Text("ns")), ("chart", Text(name)), ("compat", Text("true")), .. options]),
    };

    public static PlannedResource Bucket(string name) => new()
    {
        Urn = Urn.Parse($"urn:pulumi:dev::p::aws:s3/bucket:Bucket::{name}"),
        Provider = Urn.Parse("urn:pulumi:dev::p::pulumi:providers:aws::aws"),
    };

    public static PlannedResource After(this PlannedResource resource, params PlannedResource[] needs) =>
        resource with { Dependencies = [.. needs.Select(need => need.Urn)] };

    public static string Text(this ManifestRendering rendering, string path) => Assert.Single(rendering.Files, file => file.Path == path).Text;

    public static string[] Paths(this ManifestRendering rendering) =>
        [.. rendering.Files.Select(file => file.Path).Where(path => path is not (ManifestRendering.IndexFile or ManifestRendering.ReadmeFile))];

    /// <summary>The commands that the README has.</summary>
    public static string[] Commands(this ManifestRendering rendering) =>
        [.. rendering.Text(ManifestRendering.ReadmeFile).Split('\n').SkipWhile(line => line != "set -e").Skip(1).TakeWhile(line => line != ")")];

    private static PlanValue Text(string text) => SamplePlan.Text(text);
}
