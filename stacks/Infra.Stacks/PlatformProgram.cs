using Infra.Core.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The program that <c>pulumi up</c>, the preview and the automation API run.</summary>
public static class PlatformProgram
{
    /// <summary>Runs the program under the engine that started it.</summary>
    /// <returns>The exit code for the engine.</returns>
    public static Task<int> RunAsync() => Deployment.RunAsync(Declare);

    /// <summary>Declares the resources of the running stack.</summary>
    /// <returns>The outputs of the stack.</returns>
    /// <exception cref="ConfigurationException">The configuration has problems.</exception>
    internal static IDictionary<string, object?> Declare()
    {
        var environment = Deployment.Instance.StackName;
        var problems = new ConfigProblems();
        var settings = PlatformSettings.Read(new PulumiConfigSource(), problems)
            ?? throw new ConfigurationException($"Pulumi.{environment}.yaml", problems);
        var adoption = new Adoption(settings.Adopt);
        var outputs = Platform.Create(environment, settings, adoption).ToDictionary();
        // Which names there are is known only now. The error stops the preview, which comes before every update.
        adoption.Check(problems);
        return problems.IsEmpty ? outputs : throw new ConfigurationException($"Pulumi.{environment}.yaml", problems);
    }
}
