using Pulumi;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>A component with two children, to test the harness with.</summary>
internal sealed class Sample : ComponentResource
{
    public Sample(string name, SampleArgs args, ComponentResourceOptions? options = null)
        : base("test:index:Sample", name, args, options)
    {
        var first = new Leaf($"{name}-first", args.Text, new() { Parent = this, Protect = true, IgnoreChanges = { "text" } });
        Last = new Leaf($"{name}-last", args.Text, new() { Parent = this, DependsOn = first, CustomTimeouts = new() { Create = TimeSpan.FromMinutes(3) } });
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["lastId"] = Last.Id,
            ["password"] = Output.CreateSecret("hunter2"),
        });
    }

    public Leaf Last { get; }
}
