using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>An API token that the emulator accepts. Make these up: never give it a real one.</summary>
public sealed class EmulatorToken
{
    private string? _id;

    /// <summary>The secret itself: letters, digits and <c>-._~+/=</c>.</summary>
    public required string Value { get; init; }

    /// <summary>The token's id; made from the value when left out.</summary>
    public string Id
    {
        get => _id ??= Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, 16)).ToLowerInvariant();
        init => _id = value;
    }

    /// <summary>What it may do, see <see cref="Permission"/>; everything when left out.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [Permission.All];

    /// <summary>Who owns it.</summary>
    public TokenOwner Owner { get; init; }

    /// <summary>Whether it works; a token past <see cref="ExpiresOn"/> is expired whatever stands here.</summary>
    public TokenStatus Status { get; init; }

    /// <summary>When it expires; null for never.</summary>
    public DateTimeOffset? ExpiresOn { get; init; }

    /// <summary>The ids of the accounts it may use; null for all.</summary>
    public IReadOnlyList<string>? Accounts { get; init; }

    internal TokenStatus StatusAt(DateTimeOffset now) =>
        Status == TokenStatus.Active && ExpiresOn <= now ? TokenStatus.Expired : Status;

    internal bool MayUse(string accountId)
    {
        if (Accounts is null)
        {
            return true;
        }

        foreach (string account in Accounts)
        {
            if (string.Equals(account, accountId, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it has any one of the permissions; none needed is always had.</summary>
    internal bool HasAny(IReadOnlyList<string> needed)
    {
        foreach (string permission in needed)
        {
            if (Has(permission))
            {
                return true;
            }
        }

        return needed.Count == 0;
    }

    internal bool Has(string permission)
    {
        foreach (string held in Permissions)
        {
            string name = Permission.Normalize(held);
            if (name.Equals(Permission.All, StringComparison.OrdinalIgnoreCase) || name.Equals(permission, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
