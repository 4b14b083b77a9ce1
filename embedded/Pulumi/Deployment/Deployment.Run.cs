using System.Collections.Immutable;
using Pulumi.Embedded;

namespace Pulumi;

public sealed partial class Deployment
{
    // So unlikely to be the exit code of anything else that the caller knows: the errors have been reported.
    internal const int ReportedErrors = 32;

    public static Task<int> RunAsync(Action action)
        => RunAsync(() =>
        {
            action();
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
        => RunAsync(() => Task.FromResult(func()));

    public static Task<int> RunAsync(Func<Task> func)
        => RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => RunStackAsync(() => new Stack(func, options));

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => RunStackAsync(() => Create<TStack>());

    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => RunStackAsync(() => Resolve<TStack>(serviceProvider));

    private static async Task<int> RunStackAsync(Func<Stack> create)
    {
        var session = EngineSession.Current ?? throw new InvalidOperationException(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"))
                ? "There is no Pulumi engine here; './run preview <environment>' runs the program in the embedded one."
                : "This program was compiled against the embedded SDK and can't run under the Pulumi engine; build it with the environment variable PulumiSdk=pulumi, or start it in infra/Infra.Program.");
        var deployment = session.Start();
        Enter(deployment);
        try
        {
            var stack = create();
            if (stack.GetType() != typeof(Stack))
                stack.RegisterPropertyOutputs();
        }
        catch (Exception exception)
        {
            deployment.Runner.Fail(exception);
        }

        return await session.FinishAsync().ConfigureAwait(false);
    }

    private static TStack Create<TStack>()
        where TStack : Stack
        => (TStack)Activator.CreateInstance(
            typeof(TStack), System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;

    private static TStack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException($"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before calling {nameof(RunAsync)}.");
    }
}
