namespace Pulumi;

/// <param name="Resource">The resource whose registration failed, where it was one.</param>
internal sealed record RunFailure(Exception Exception, Resource? Resource);
