using Pulumi.Embedded;

namespace Pulumi.Tests.Engine;

/// <summary>Programs in the embedded engine: project <c>proj</c>, stack <c>dev</c>.</summary>
internal static class Run
{
    public static EngineOptions Options { get; } = new() { Project = "proj", Stack = "dev" };

    public static Task<EngineResult> Async(Action program, EngineOptions? options = null) =>
        EmbeddedEngine.RunAsync(options ?? Options, () => Deployment.RunAsync(program));

    /// <summary>For programs that must succeed.</summary>
    public static async Task<EngineResult> SucceedAsync(Action program, EngineOptions? options = null)
    {
        var result = await Async(program, options);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>The same for programs that await something.</summary>
    public static async Task<EngineResult> SucceedAsync(Func<Task> program, EngineOptions options)
    {
        var result = await EmbeddedEngine.RunAsync(options, () => Deployment.RunAsync(program));
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>The only diagnostic of a program that must fail.</summary>
    public static async Task<EngineDiagnostic> FailAsync(Action program, EngineOptions? options = null)
    {
        var result = await Async(program, options);
        Assert.False(result.Succeeded);
        return Assert.Single(result.Diagnostics);
    }

    public static RegisteredResource Named(this EngineResult result, string name) =>
        result.Resources.Single(resource => resource.Name == name);
}
