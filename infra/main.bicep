// Catalyst Casebook on Azure Functions (Flex Consumption) and Table storage.
// No key and no secret: the app reaches its storage by its own identity. How to deploy: README.md beside this file.

targetScope = 'resourceGroup'

@description('Name of the function app: small letters, digits and dashes. It is also the first part of the address where no own domain is given.')
@minLength(3)
@maxLength(40)
param name string

@description('Region. Flex Consumption must be offered there.')
param location string = resourceGroup().location

@description('Domain under which Teams opens the tab, in small letters. It must be the domain in the app registration and in the Teams manifest.')
param tabDomain string = '${toLower(name)}.azurewebsites.net'

@description('Tenant ids whose people may sign in.')
@minLength(1)
param tenants string[] = [
  tenant().tenantId
]

@description('Client id of the app registration in Entra.')
@minLength(36)
@maxLength(36)
param clientId string

@description('The one table that holds every programme.')
param tableName string = 'casebook'

@description('Copies of the data: across zones (ZRS) where the region has them, else in one place (LRS).')
@allowed([
  'Standard_ZRS'
  'Standard_LRS'
])
param storageSku string = 'Standard_ZRS'

@description('Node version of the host.')
@allowed([
  '22'
  '24'
])
param nodeVersion string = '24'

@description('Memory of an instance, in megabytes. A programme in use is kept in memory.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Most instances at a time.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 40

// Built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

var storageName = 'cb${uniqueString(resourceGroup().id, name)}'
var packageContainer = 'packages'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: {
    name: storageSku
  }
  properties: {
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobService 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobService
  name: packageContainer
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tableService
  name: tableName
}

resource mayUsePackages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, blobDataOwner)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableDataContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'node'
        version: nodeVersion
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: [
        {
          name: 'AzureWebJobsStorage__accountName'
          value: storage.name
        }
        {
          name: 'AzureWebJobsStorage__credential'
          value: 'managedidentity'
        }
        {
          name: 'AzureWebJobsStorage__clientId'
          value: identity.properties.clientId
        }
        {
          name: 'AZURE_CLIENT_ID'
          value: identity.properties.clientId
        }
        {
          name: 'CASEBOOK_TABLES_URL'
          value: storage.properties.primaryEndpoints.table
        }
        {
          name: 'CASEBOOK_TABLE_NAME'
          value: tableName
        }
        {
          name: 'CASEBOOK_TENANTS'
          value: join(tenants, ',')
        }
        {
          name: 'CASEBOOK_CLIENT_ID'
          value: clientId
        }
        {
          name: 'CASEBOOK_APP_ID_URI'
          value: 'api://${tabDomain}/${clientId}'
        }
      ]
    }
  }
  dependsOn: [
    mayUsePackages
    mayUseTables
    packages
    table
  ]
}

@description('Name of the function app, for the deployment of the zip.')
output appName string = app.name

@description('Where Azure serves the app. With an own domain, point it here.')
output defaultHostName string = app.properties.defaultHostName

@description('The App ID URI that the app registration must expose.')
output appIdUri string = 'api://${tabDomain}/${clientId}'
