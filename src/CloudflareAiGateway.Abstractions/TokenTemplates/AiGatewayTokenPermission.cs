namespace CloudflareAiGateway;

/// <summary>One permission of a token.</summary>
public sealed class AiGatewayTokenPermission
{
    /// <summary>The name in the dashboard: <c>AI Gateway - Edit</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The permission group's name in the API, which says Write where the dashboard says Edit: <c>AI Gateway Write</c>.</summary>
    public string GroupName { get; init; } = string.Empty;

    /// <summary>The permission group's id; null when it is not known.</summary>
    public string? GroupId { get; init; }

    /// <summary>Where <see cref="GroupId"/> comes from.</summary>
    public PermissionIdSource GroupIdSource { get; init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = string.Empty;

    /// <summary>Whether nothing works without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The key and type by which the dashboard's links name it; null when they are not known.</summary>
    internal (string Key, string Type)? LinkKey { get; init; }

    /// <summary>The same with an id.</summary>
    internal AiGatewayTokenPermission WithId(string? id, PermissionIdSource source) => new()
    {
        Name = Name,
        GroupName = GroupName,
        GroupId = id,
        GroupIdSource = source,
        Purpose = Purpose,
        IsRequired = IsRequired,
        LinkKey = LinkKey,
    };

    /// <summary>The name in the dashboard.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
