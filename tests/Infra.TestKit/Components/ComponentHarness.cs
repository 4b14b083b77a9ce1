using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.TestKit.Components;

/// <summary>Runs a program that creates components, and says exactly what it registered. Public Pulumi API only: works in both builds.</summary>
public static class ComponentHarness
{
    // A child that depends on its own parent waits forever.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    // The configuration reaches a deployment through an environment variable of the process.
    private static readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <exception cref="InvalidOperationException">Two resources have the same type, parent and name, which an engine refuses.</exception>
    /// <exception cref="Exception">What the program threw, as it threw it.</exception>
    public static async Task<ComponentRun> RunAsync(Action program, HarnessOptions? options = null)
    {
        options ??= new HarnessOptions();
        var mocks = new RecordingMocks(options);
        var recording = new HarnessRecording(program);
        await _oneAtATime.WaitAsync();
        try
        {
            await TestAsync(mocks, recording, options).WaitAsync(_patience);
        }
        catch (Exception) when (recording.Failure is { } failure)
        {
            failure.Throw();
        }
        finally
        {
            // A failed run sets it for the whole process.
            Environment.ExitCode = 0;
            _oneAtATime.Release();
        }
        RefuseDuplicates(recording);
        return new ComponentRun(await RegistrationsAsync(mocks, recording));
    }

    private static Task<ImmutableArray<Resource>> TestAsync(RecordingMocks mocks, HarnessRecording recording, HarnessOptions options)
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", JsonConvert.SerializeObject(options.Config));
        // The Kubernetes provider's arguments would take it from the developer's machine.
        Environment.SetEnvironmentVariable("KUBECONFIG", null);
        HarnessStack.Current = recording;
        return Deployment.TestAsync<HarnessStack>(
            mocks,
            new TestOptions { ProjectName = options.Project, StackName = options.Stack, IsPreview = options.IsPreview });
    }

    private static void RefuseDuplicates(HarnessRecording recording)
    {
        var duplicate = recording.Options
            .GroupBy(o => (Type: o.Resource.GetResourceType(), o.Options.Parent, Name: o.Resource.GetResourceName()))
            .FirstOrDefault(group => group.Count() > 1);
        if (duplicate is { Key: var (type, parent, name) })
        {
            throw new InvalidOperationException($"{type} '{name}' is registered {duplicate.Count()} times below '{parent?.GetResourceName() ?? "the stack"}'.");
        }
    }

    private static async Task<ImmutableArray<Registration>> RegistrationsAsync(RecordingMocks mocks, HarnessRecording recording)
    {
        var received = mocks.Resources.ToLookup(args => (args.Type, args.Name)).ToDictionary(group => group.Key, group => new Queue<MockResourceArgs>(group));
        var registrations = ImmutableArray.CreateBuilder<Registration>();
        foreach (var (resource, options) in recording.Options)
        {
            var (type, name) = (resource.GetResourceType(), resource.GetResourceName());
            var urn = await OutputUtilities.GetValueAsync(resource.Urn);
            var outputs = mocks.Outputs.TryGetValue(urn, out var registered) ? await ValuesAsync(registered) : null;
            registrations.Add(await RegistrationAsync(resource, options, received[(type, name)].Dequeue(), outputs));
        }
        return registrations.ToImmutable();
    }

    private static async Task<Registration> RegistrationAsync(Resource resource, ResourceOptions options, MockResourceArgs received, JObject? outputs) => new()
    {
        Type = received.Type!,
        Name = received.Name!,
        Resource = resource,
        Inputs = InputJson.Object(received.Inputs!),
        Outputs = outputs,
        Parent = options.Parent?.GetResourceName(),
        Provider = ProviderName(received.Provider),
        DependsOn = [.. (await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput())).Select(r => r.GetResourceName())],
        IgnoreChanges = [.. options.IgnoreChanges],
        ReplaceOnChanges = [.. options.ReplaceOnChanges],
        Protect = options.Protect,
        RetainOnDelete = options.RetainOnDelete,
        DeleteBeforeReplace = (options as CustomResourceOptions)?.DeleteBeforeReplace,
        DeletedWith = options.DeletedWith?.GetResourceName(),
        CustomTimeouts = options.CustomTimeouts,
    };

    private static async Task<JObject> ValuesAsync(ImmutableDictionary<string, Output<object?>> outputs)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, output) in outputs)
        {
            values[name] =
                await Output.IsSecretAsync(output) ? ImmutableDictionary<string, object>.Empty.Add("$secret", true)
                : !await OutputUtilities.GetIsKnownAsync(output) ? ImmutableDictionary<string, object>.Empty.Add("$unknown", true)
                : await OutputUtilities.GetValueAsync(output);
        }
        return InputJson.Object(values);
    }

    // "<urn>::<id>", and the name ends the urn.
    private static string? ProviderName(string? reference) => reference?.Split("::") is [.., var name, _] ? name : null;
}
