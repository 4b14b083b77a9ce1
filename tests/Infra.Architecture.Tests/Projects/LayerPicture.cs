using System.Collections.Immutable;

namespace Infra.Architecture.Tests.Projects;

/// <summary>The layer picture of ARCHITECTURE.md as a table. A new arrow is a decision: change it here first, with an ADR.</summary>
internal static class LayerPicture
{
    private static readonly ImmutableArray<string> _sdk = ["Pulumi", "Pulumi.Aws", "Pulumi.Kubernetes", "Pulumi.Random"];

    public static ImmutableSortedDictionary<string, ProjectRule> Rules { get; } = new Dictionary<string, ProjectRule>
    {
        // Pure: no Pulumi, no files.
        ["Infra.Core"] = new() { Packages = ["Newtonsoft.Json", "NodaTime"] },
        ["Infra.Planning"] = new() { Projects = ["Infra.Core"], Packages = ["DiffPlex", "Newtonsoft.Json", "YamlDotNet"] },
        ["Infra.Capacity"] = new() { Projects = ["Infra.Core", "Infra.Planning"], Packages = ["Newtonsoft.Json"] },

        // What Pulumi runs.
        ["Infra.Components"] = new() { Projects = ["Infra.Core"], Pulumi = _sdk, Packages = ["Newtonsoft.Json"] },
        ["Infra.Stacks"] = new() { Projects = ["Infra.Core", "Infra.Components"], Pulumi = _sdk, Packages = ["Newtonsoft.Json"] },
        ["Infra.Program"] = new() { Projects = ["Infra.Stacks"], Pulumi = ["Pulumi"] },

        ["Infra.Plugin"] = new() { PackagesOnly = true, Projects = ["Infra.Components"], Pulumi = ["Pulumi"] },

        // For users to copy from.
        ["Infra.Bootstrap"] = new() { Projects = ["Infra.Components"], Packages = ["Newtonsoft.Json"], Pulumi = ["Pulumi", "Pulumi.Aws"] },
        ["Infra.Examples"] = new() { Projects = ["Infra.Components", "Infra.Core"], Pulumi = _sdk },

        // On top.
        ["Infra.Capture"] = new() { Projects = ["Infra.Core", "Infra.Planning"], Packages = ["Newtonsoft.Json"] },
        ["Infra.Engine"] = new()
        {
            EmbeddedOnly = true,
            Projects = ["Infra.Core", "Infra.Planning"],
            Pulumi = ["Pulumi"],
            Packages = ["Newtonsoft.Json", "YamlDotNet"],
        },
        ["Infra.LoadTesting"] = new() { Projects = ["Infra.Capacity", "Infra.Core", "Infra.Planning"], Packages = ["Google.Protobuf", "Grpc.Net.Client", "Newtonsoft.Json"] },
        ["Infra.Automation"] = new()
        {
            Projects = ["Infra.Capture", "Infra.Core", "Infra.Planning"],
            Pulumi = ["Pulumi.Automation"],
            Packages = ["Newtonsoft.Json", "YamlDotNet"],
        },
        ["Infra.Examples.Automation"] = new() { Projects = ["Infra.Automation", "Infra.Planning"] },
        ["Infra.Cli"] = new()
        {
            Projects = ["Infra.Automation", "Infra.Capacity", "Infra.Core", "Infra.LoadTesting", "Infra.Planning", "Infra.Capture", "Infra.Stacks", "Infra.Engine"],
            Packages = ["Newtonsoft.Json", "Spectre.Console", "System.CommandLine"],
        },

        ["Infra.Benchmarks"] = new()
        {
            EmbeddedOnly = true,
            Projects = ["Infra.Capacity", "Infra.Engine", "Infra.Planning", "Infra.Stacks"],
            Pulumi = ["Pulumi", "Pulumi.Kubernetes"],
            Packages = ["Newtonsoft.Json", "System.CommandLine", "YamlDotNet"],
        },

        // The embedded SDK.
        ["Pulumi"] = new() { EmbeddedOnly = true },
        ["Pulumi.Automation"] = new() { EmbeddedOnly = true },
        ["Pulumi.Aws"] = new() { EmbeddedOnly = true, Projects = ["Pulumi", "Pulumi.SchemaGenerator"] },
        ["Pulumi.Kubernetes"] = new() { EmbeddedOnly = true, Projects = ["Pulumi", "Pulumi.SchemaGenerator"] },
        ["Pulumi.Random"] = new() { EmbeddedOnly = true, Projects = ["Pulumi", "Pulumi.SchemaGenerator"] },
        ["Pulumi.SchemaGenerator"] = new() { EmbeddedOnly = true, Packages = ["Microsoft.CodeAnalysis.CSharp"] },

        // Tests: each of one project.
        ["Infra.TestKit"] = new() { Pulumi = ["Pulumi"], Packages = ["Newtonsoft.Json", "Xunit.SkippableFact", "YamlDotNet"] },
        ["Infra.Core.Tests"] = new() { Projects = ["Infra.Core", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core", "Newtonsoft.Json"] },
        ["Infra.Planning.Tests"] = new() { Projects = ["Infra.Core", "Infra.Planning", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core", "Newtonsoft.Json"] },
        ["Infra.Capacity.Tests"] = new() { Projects = ["Infra.Capacity", "Infra.Core", "Infra.Planning", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core", "Newtonsoft.Json"] },
        ["Infra.Capture.Tests"] = new() { Projects = ["Infra.Capture", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core", "Newtonsoft.Json"] },
        ["Infra.Components.Tests"] = new() { Projects = ["Infra.Core", "Infra.Components", "Infra.TestKit"], Pulumi = _sdk, Packages = ["Newtonsoft.Json"] },
        ["Infra.Examples.Tests"] = new() { Projects = ["Infra.Bootstrap", "Infra.Examples", "Infra.TestKit"], Packages = ["Newtonsoft.Json"] },
        ["Infra.Stacks.Tests"] = new()
        {
            Projects = ["Infra.Core", "Infra.Components", "Infra.Stacks", "Infra.TestKit"],
            Pulumi = _sdk,
            Packages = ["Newtonsoft.Json", "YamlDotNet"],
        },
        ["Infra.Engine.Tests"] = new()
        {
            EmbeddedOnly = true,
            Projects = ["Infra.Core", "Infra.Planning", "Infra.Capture", "Infra.Stacks", "Infra.Engine", "Infra.TestKit"],
            Pulumi = _sdk,
            Packages = ["FsCheck", "FSharp.Core", "Newtonsoft.Json"],
        },
        ["Infra.Automation.Tests"] = new()
        {
            Projects = ["Infra.Automation", "Infra.Capture", "Infra.Core", "Infra.Examples.Automation", "Infra.Planning", "Infra.TestKit"],
            Packages = ["FsCheck", "FSharp.Core", "Moq", "Newtonsoft.Json", "YamlDotNet"],
        },
        ["Infra.LoadTesting.Tests"] = new() { Projects = ["Infra.LoadTesting", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core"] },
        ["Infra.Cli.FakeEngine"] = new() { EmbeddedOnly = true, Projects = ["Infra.Cli"] },
        ["Infra.Cli.Tests"] = new() { EmbeddedOnly = true, Projects = ["Infra.Cli", "Infra.Cli.FakeEngine", "Infra.Engine", "Infra.Planning", "Infra.TestKit"], Packages = ["FsCheck", "FSharp.Core", "Moq", "Newtonsoft.Json"] },
        ["Infra.Browser.Tests"] = new() { EmbeddedOnly = true, Projects = ["Infra.Cli", "Infra.TestKit"], Packages = ["Microsoft.Playwright", "YamlDotNet"] },
        ["Infra.Benchmarks.Tests"] = new() { EmbeddedOnly = true, Projects = ["Infra.Benchmarks"] },
        ["Infra.Architecture.Tests"] = new() { EmbeddedOnly = true, Projects = ["Infra.TestKit"], Packages = ["Newtonsoft.Json", "YamlDotNet"] },
        ["Pulumi.Tests"] = new()
        {
            EmbeddedOnly = true,
            Projects = ["Pulumi", "Pulumi.Aws", "Pulumi.Kubernetes", "Pulumi.SchemaGenerator", "Infra.TestKit"],
            Packages = ["Microsoft.CodeAnalysis.CSharp", "Newtonsoft.Json"],
        },
        ["Pulumi.SchemaGenerator.Tests"] = new() { EmbeddedOnly = true, Projects = ["Pulumi", "Pulumi.SchemaGenerator"], Packages = ["Microsoft.CodeAnalysis.CSharp"] },
        ["Pulumi.Conformance.Tests"] = new()
        {
            EmbeddedOnly = true,
            Projects = ["Pulumi", "Pulumi.Automation", "Pulumi.Aws", "Pulumi.Kubernetes", "Pulumi.Random", "Infra.TestKit"],
            Packages = ["Newtonsoft.Json"],
        },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
