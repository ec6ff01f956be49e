namespace CloudflareAiGateway.Loader;

/// <summary>Where an assembly comes from.</summary>
internal enum LoadSource
{
    /// <summary>The default context: the framework's or the host's copy, or nobody's.</summary>
    Default,

    /// <summary>The assembly that this loader itself is bound to, so that types are the same on both sides.</summary>
    Shared,

    /// <summary>The file in our own folder.</summary>
    OwnFolder,
}
