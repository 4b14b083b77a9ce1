using System.Reflection;
using Infra.TestKit;

namespace Pulumi.Conformance.Tests;

/// <summary>An embedded assembly, the package it stands for and the list of that package's API.</summary>
internal sealed record PackageUnderTest(string Name, Assembly Assembly, Func<IReadOnlyDictionary<string, ApiType>> List, bool SubsetOfMembers, bool Qualified, bool SignaturesOnly = false)
{
    public static PackageUnderTest Core { get; } = new(
        "Pulumi",
        typeof(Resource).Assembly,
        () => ReflectedListReader.Read(SharedFacts.ReadLines("pulumi-api/core.api.txt")),
        SubsetOfMembers: false,
        Qualified: false);

    public static PackageUnderTest Kubernetes { get; } = new(
        "Pulumi.Kubernetes",
        typeof(Kubernetes.Provider).Assembly,
        () => KubernetesListReader.Read(SharedFacts.ReadLines("pulumi-api/kubernetes.api.txt"), SharedFacts.ReadText("pulumi-api/kubernetes.notes.md")),
        SubsetOfMembers: true,
        Qualified: false);

    public static PackageUnderTest Aws { get; } = new(
        "Pulumi.Aws",
        typeof(Aws.Provider).Assembly,
        () => AwsListReader.Read(SharedFacts.ReadLines("pulumi-api/aws.api.txt")),
        SubsetOfMembers: true,
        Qualified: true);

    // The list has the form of the Kubernetes one; its tokens stand in the classes of the package (pulumi/pulumi-random, sdk/dotnet). Like the list of
    // AWS it leaves out what reads existing resources, and the one method of the provider.
    public static PackageUnderTest Random { get; } = new(
        "Pulumi.Random",
        typeof(Random.Provider).Assembly,
        () => KubernetesListReader.Read(
            SharedFacts.ReadLines("pulumi-api/random.api.txt").Where(line => !line.Contains(" Get(", StringComparison.Ordinal) && !line.Contains(" TerraformConfig(", StringComparison.Ordinal)),
            """
            | Pulumi.Random.Provider | `pulumi:providers:random` |
            | Pulumi.Random.RandomPassword | `random:index/randomPassword:RandomPassword` |
            """),
        SubsetOfMembers: true,
        Qualified: false);

    // Nothing of it runs here: of its types only those members are there that the adapter of the automation library calls.
    public static PackageUnderTest Automation { get; } = new(
        "Pulumi.Automation",
        typeof(Automation.LocalWorkspace).Assembly,
        () => ReflectedListReader.Read(SharedFacts.ReadLines("pulumi-api/automation.api.txt")),
        SubsetOfMembers: true,
        Qualified: false,
        SignaturesOnly: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PackageUnderTest> All { get; } = [Core, Kubernetes, Aws, Random, Automation];

    public IReadOnlyList<Difference> Differences()
    {
        var check = new ConformanceCheck(List(), SubsetOfMembers, SignaturesOnly);
        return ReflectedAssembly.PublicTypes(Assembly).SelectMany(type => check.Check(ReflectedAssembly.Read(type, Qualified))).ToList();
    }
}
