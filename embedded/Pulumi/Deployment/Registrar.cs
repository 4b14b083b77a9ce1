using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Takes a resource from its constructor to the monitor. Without anything to wait for all of it happens in the constructor.</summary>
internal sealed class Registrar(Deployment deployment)
{
    public void ReadOrRegister(Resource resource, bool remote, ResourceArgs args, ResourceOptions options)
        => deployment.Runner.Track(CompleteAsync(resource, remote, args, options), resource);

    public void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => deployment.Runner.Track(RegisterOutputsAsync(resource, outputs), resource);

    private async Task CompleteAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options)
    {
        deployment.Runner.Begin(resource.State);
        try
        {
            resource.State.Complete(await ReadOrRegisterAsync(resource, remote, args, options).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            deployment.Runner.Fail(exception, resource); // before what waits for this resource fails too
            resource.State.Fail(exception);
            throw;
        }
        finally
        {
            deployment.Runner.End(resource.State);
        }
    }

    private async ValueTask<ResourceResponse> ReadOrRegisterAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
            return await deployment.Monitor.GetAsync(options.Urn).ConfigureAwait(false);

        var id = options.Id is null ? "" : await Await(resource, options.Id.ToOutput(), "", "its id").ConfigureAwait(false);
        if (!string.IsNullOrEmpty(id) && resource is not CustomResource)
            throw new ArgumentException($"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a {nameof(CustomResource)}");
        var request = await PrepareAsync(resource, remote, args, options).ConfigureAwait(false);
        return string.IsNullOrEmpty(id)
            ? await deployment.Monitor.RegisterAsync(request).ConfigureAwait(false)
            : await deployment.Monitor.ReadAsync(request, id).ConfigureAwait(false);
    }

    private async ValueTask<ResourceRequest> PrepareAsync(Resource resource, bool remote, ResourceArgs args, ResourceOptions options)
    {
        var deletedWith = options.DeletedWith is null ? null : await AwaitUrn(resource, options.DeletedWith, "the resource that it is deleted with").ConfigureAwait(false);
        var replaceWith = await UrnsOfAsync(resource, options.ReplaceWithOrNull, "its ReplaceWith").ConfigureAwait(false);
        HashSet<Resource> explicitDependencies = options.DependsOnOrNull is { } dependsOn
            ? [.. await Await(resource, dependsOn.ToOutput(), [], "its DependsOn").ConfigureAwait(false)]
            : [];
        var inputs = await SerializeAsync(resource, args).ConfigureAwait(false);
        var parent = resource.ParentOrStack is { } parentResource
            ? await AwaitUrn(resource, parentResource, "its parent").ConfigureAwait(false)
            : "";
        var provider = await ProviderOfAsync(resource).ConfigureAwait(false);

        var dependencies = new HashSet<string>(StringComparer.Ordinal);
        await AddUrnsAsync(resource, explicitDependencies, dependencies).ConfigureAwait(false);
        var propertyDependencies = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (property, resources) in inputs.Dependencies)
        {
            var urns = new HashSet<string>(StringComparer.Ordinal);
            await AddUrnsAsync(resource, resources, urns).ConfigureAwait(false);
            propertyDependencies.Add(property, urns);
            dependencies.UnionWith(urns);
        }

        resource.State.WaitFor("its aliases");
        resource.AliasUrns = await AliasUrns.OfAsync(resource, options.AliasesOrNull, parent).ConfigureAwait(false);

        return new ResourceRequest
        {
            Resource = resource,
            IsRemote = remote,
            Inputs = inputs.Values,
            ParentUrn = parent,
            Provider = provider,
            Dependencies = dependencies,
            PropertyDependencies = propertyDependencies,
            Aliases = resource.AliasUrns,
            DeletedWith = deletedWith,
            ReplaceWith = replaceWith,
            Options = options,
        };
    }

    private static async ValueTask<SerializedProperties> SerializeAsync(Resource resource, ResourceArgs args)
    {
        resource.State.WaitFor("its inputs");
        return await SerializedProperties.FromAsync($"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]", args, skipIdAndUrn: true).ConfigureAwait(false);
    }

    private static async ValueTask<string> ProviderOfAsync(Resource resource)
    {
        if (resource.Provider is not { } provider)
            return "";
        resource.State.WaitFor("its provider", provider);
        return await provider.GetReferenceAsync().ConfigureAwait(false);
    }

    private async ValueTask AddUrnsAsync(Resource resource, HashSet<Resource> dependencies, HashSet<string> urns)
    {
        if (dependencies.Count == 0)
            return;
        deployment.Monitor.CheckDependencies(resource, dependencies);
        foreach (var dependency in DependencyClosure.Of(dependencies))
        {
            if (await AwaitUrn(resource, dependency, "the dependency").ConfigureAwait(false) is { Length: > 0 } urn)
                urns.Add(urn);
        }
    }

    private static async ValueTask<ImmutableArray<string>> UrnsOfAsync(Resource resource, InputList<Resource>? others, string role)
    {
        if (others is null)
            return [];
        var urns = ImmutableArray.CreateBuilder<string>();
        foreach (var other in await Await(resource, others.ToOutput(), [], role).ConfigureAwait(false))
        {
            if (await AwaitUrn(resource, other, role).ConfigureAwait(false) is { Length: > 0 } urn)
                urns.Add(urn);
        }

        return urns.ToImmutable();
    }

    private static ValueTask<string> AwaitUrn(Resource resource, Resource other, string role)
    {
        resource.State.WaitFor(role, other);
        return other.Urn.GetValueAsync("");
    }

    private static ValueTask<T> Await<T>(Resource resource, Output<T> output, T whenUnknown, string what)
    {
        resource.State.WaitFor(what);
        return output.GetValueAsync(whenUnknown);
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync("").ConfigureAwait(false);
        IDictionary<string, object?> values;
        try
        {
            values = await outputs.GetValueAsync(whenUnknown: null!).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            deployment.Runner.Fail(exception); // the program's failure, not this resource's
            return;
        }

        var serialized = await SerializedProperties.FromAsync("monitor.registerResourceOutputs(...)", values).ConfigureAwait(false);
        await deployment.Monitor.RegisterOutputsAsync(resource, urn, serialized.Values).ConfigureAwait(false);
    }
}
