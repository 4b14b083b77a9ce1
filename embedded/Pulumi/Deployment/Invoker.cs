using System.Collections.Immutable;
using Pulumi.Embedded;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Calls of provider functions.</summary>
internal sealed class Invoker(Deployment deployment)
{
    public Output<T> Invoke<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => new(InvokeDataAsync<T>(token, args, options));

    public Output<T> InvokeSingle<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    /// <summary>A task has no place for an unknown: in the embedded engine it is refused instead of giving a null.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var data = ValueReader.Read<T>($"{token} result", await ResultAsync(token, args, options, typeof(T)).ConfigureAwait(false));
        return data.IsKnown || deployment.Monitor is not EngineMonitor
            ? data.Value
            : throw new RunException($"The function '{token}' can't be called in an embedded preview; use Invoke instead of InvokeAsync, whose output is unknown there");
    }

    public Task<object?> InvokeAsync(string token, InvokeArgs? args, InvokeOptions? options) => ResultAsync(token, args, options, typeof(object));

    private async Task<object?> ResultAsync(string token, InvokeArgs? args, InvokeOptions? options, Type resultType)
    {
        var inputs = await SerializedProperties.FromAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false);
        return await InvokeAsync(token, inputs.Values, options?.Provider ?? options?.Parent?.GetProvider(token), resultType).ConfigureAwait(false);
    }

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options).ConfigureAwait(false)).Values.First();

    public Output<T> Call<T>(string token, CallArgs? args, Resource? self, CallOptions? options)
    {
        return new Output<T>(CallAsync());

        async Task<OutputData<T>> CallAsync()
        {
            IEnumerable<KeyValuePair<string, object?>> selfArgument = self is null ? [] : [new("__self__", self)];
            var inputs = await SerializeAsync("call", token, args ?? CallArgs.Empty).ConfigureAwait(false);
            var selfInput = await SerializedProperties.FromAsync($"call:{token}", selfArgument).ConfigureAwait(false);
            var provider = self is null ? options?.Provider ?? options?.Parent?.GetProvider(token) : self.Provider;
            var result = await InvokeAsync(token, inputs.Values.AddRange(selfInput.Values), provider, typeof(T)).ConfigureAwait(false);
            return ValueReader.Read<T>($"{token} result", result);
        }
    }

    private async Task<OutputData<T>> InvokeDataAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var inputs = await SerializeAsync("invoke", token, args ?? InvokeArgs.Empty).ConfigureAwait(false);
        var unknown = new OutputData<T>(default!, ResourceSet.Empty, isKnown: false, isSecret: false);
        if (!ValueReader.Read(inputs.Values).IsKnown)
            return unknown;
        var dependsOn = options is InvokeOutputOptions outputOptions
            ? await outputOptions.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false)
            : [];
        var inputResources = inputs.Dependencies.Values.SelectMany(resources => resources).ToHashSet();
        foreach (var resource in DependencyClosure.Of([.. inputResources, .. dependsOn]).OfType<CustomResource>())
        {
            if (resource.Id is not null && !(await resource.Id.GetDataAsync().ConfigureAwait(false)).IsKnown)
                return unknown;
        }

        var result = await InvokeAsync(token, inputs.Values, options?.Provider ?? options?.Parent?.GetProvider(token), typeof(T)).ConfigureAwait(false);
        var data = ValueReader.Read<T>($"{token} result", result);
        return new OutputData<T>(data.Value, ResourceSet.From(inputResources.Concat(dependsOn)), data.IsKnown, data.IsSecret);
    }

    /// <summary>A failure is told even where nobody looks at the output that it ends in.</summary>
    private async ValueTask<SerializedProperties> SerializeAsync(string kind, string token, InputArgs args)
    {
        try
        {
            return await SerializedProperties.FromAsync($"{kind}:{token}", args).ConfigureAwait(false);
        }
        catch (Exception exception) when (deployment.Monitor is EngineMonitor)
        {
            throw new RunException($"Error serializing arguments for {kind} {token}: {exception.Message}", exception);
        }
        catch (Exception exception)
        {
            Log.Error($"Error serializing arguments for {kind} {token}: {exception}");
            throw;
        }
    }

    private async ValueTask<object?> InvokeAsync(string token, ImmutableDictionary<string, object?> inputs, ProviderResource? provider, Type resultType)
    {
        var reference = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);
        return await deployment.Monitor.InvokeAsync(new InvokeRequest(token, inputs, reference, resultType)).ConfigureAwait(false);
    }
}
