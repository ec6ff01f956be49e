namespace CloudflareAiGateway;

/// <summary>Where the id of a permission group comes from.</summary>
public enum PermissionIdSource
{
    /// <summary>There is none: the group was not looked up, and its id is not known to the module.</summary>
    None,

    /// <summary>From the API, by the group's name.</summary>
    LookedUp,

    /// <summary>From the module. Seen in public sources, not promised by Cloudflare: look it up before you build on it.</summary>
    Known,
}
