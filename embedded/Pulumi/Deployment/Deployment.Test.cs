using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => TestStackAsync(mocks, options, () => Create<TStack>());

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
        => TestStackAsync(mocks, options, () => Resolve<TStack>(serviceProvider));

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => TestDelegateAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult());

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestDelegateAsync(testMocks, testOptions, createResources);

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => (await TestDelegateAsync(testMocks, testOptions, () =>
        {
            createResources().GetAwaiter().GetResult();
            return new Dictionary<string, object?>();
        }).ConfigureAwait(false)).Resources;

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => (await TestDelegateAsync(testMocks, testOptions, () =>
        {
            createResources();
            return new Dictionary<string, object?>();
        }).ConfigureAwait(false)).Resources;

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestDelegateAsync(
        IMocks mocks, TestOptions? options, Func<IDictionary<string, object?>> createResources)
    {
        var resources = await TestStackAsync(mocks, options, () => new TestStack(createResources)).ConfigureAwait(false);
        var outputs = resources.OfType<TestStack>().Select(stack => stack.Values).FirstOrDefault();
        return (resources.RemoveAll(resource => resource is TestStack), outputs ?? new Dictionary<string, object?>());
    }

    private static async Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions? options, Func<Stack> create)
    {
        var monitor = new MockMonitor(mocks);
        var deployment = new Deployment(
            new DeploymentSettings(
                options?.OrganizationName ?? "organization",
                options?.ProjectName ?? "project",
                options?.StackName ?? "stack",
                options?.RootDirectory,
                options?.IsPreview ?? true),
            monitor);
        Enter(deployment);
        await RunUnderMocksAsync(deployment, create).ConfigureAwait(false);
        return monitor.Errors.Count switch
        {
            0 => monitor.Resources,
            1 => throw new RunException(monitor.Errors[0]),
            _ => throw new AggregateException(monitor.Errors.Select(error => new RunException(error))),
        };
    }

    private static async Task RunUnderMocksAsync(Deployment deployment, Func<Stack> create)
    {
        IReadOnlyList<RunFailure> failures;
        try
        {
            create().RegisterPropertyOutputs();
            failures = await deployment.Runner.WhenIdleOrFailedAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failures = [new RunFailure(exception, null)];
        }

        foreach (var failure in failures)
            deployment.Log(Embedded.EngineSeverity.Error, RunFailureText.Of(failure.Exception), failure.Resource);
        if (failures.Count > 0)
            Environment.ExitCode = ReportedErrors;
    }
}
