using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Says what to do when a connection comes out of a file, a process job or a remote session, where no token came with it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConnectionTransformationAttribute : ArgumentTransformationAttribute
{
    private const string CopyType = "Deserialized.CloudflareAiGateway.AiGatewayConnection";

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject copy && copy.TypeNames.Contains(CopyType)
            ? throw new ArgumentTransformationMetadataException(
                "This is a copy of a connection, without the token: a connection does not leave its process. In Start-Job and remote sessions set "
                + "CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, or run Connect-AiGateway there; ForEach-Object -Parallel and Start-ThreadJob take "
                + "the connection itself.")
            : inputData;
}
