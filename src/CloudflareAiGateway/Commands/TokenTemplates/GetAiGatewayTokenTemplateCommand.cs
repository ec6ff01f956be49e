using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Tells which permissions a token needs for a purpose, by name and id, and where a person makes it. Makes no token. Works without a
/// connection; with one, the ids are looked up.
/// </summary>
/// <remarks>Source: <c>permission-groups-list-permission-groups</c>, <c>account-api-tokens-list-permission-groups</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayTokenTemplate")]
[OutputType(typeof(AiGatewayTokenTemplate))]
public sealed class GetAiGatewayTokenTemplateCommand : OptionalConnectionCommand
{
    private IReadOnlyList<PermissionGroup>? _groups;

    /// <summary>What the token is for; all purposes when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public TokenPurpose[] For { get; set; } = (TokenPurpose[])Enum.GetValues(typeof(TokenPurpose));

    private string? LinkedAccount => AccountId ?? KnownConnection?.AccountId ?? EnvironmentConnection.AccountId();

    /// <summary>Finds the connection, and looks up the ids where that may be.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (KnownConnection is { } connection)
        {
            _groups = LookUp(connection);
        }
    }

    /// <summary>Writes the templates.</summary>
    protected override void ProcessRecord()
    {
        foreach (TokenPurpose purpose in For)
        {
            WriteObject(TokenTemplates.Of(purpose, LinkedAccount, _groups));
        }
    }

    private IReadOnlyList<PermissionGroup>? LookUp(AiGatewayConnection connection)
    {
        IPermissionGroupClient client = connection.Client.PermissionGroups;
        bool ownedByAccount = connection.TokenOwner == "Account";
        return (ownedByAccount ? null : Try(client.ListForUserAsync))
            ?? (LinkedAccount is { } account ? Try(call => client.ListForAccountAsync(account, call)) : null);
    }

    /// <summary>Most tokens may not look; what is known without looking is good enough then.</summary>
    private IReadOnlyList<PermissionGroup>? Try(Func<CallContext, System.Threading.Tasks.Task<IReadOnlyList<PermissionGroup>>> list)
    {
        try
        {
            return Await(list);
        }
        catch (AiGatewayException failure)
        {
            WriteVerbose($"The ids of permission groups could not be looked up: {failure.Message}");
            return null;
        }
    }
}
